package whence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown files of the repository and what can be found in them. */
final class Documents {
  private static final Set<String> OTHERS = Set.of("target", "runs", "jars", "node_modules");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  private Documents() {}

  /** Every Markdown file of the repository, hidden folders and outputs left out. */
  static List<Path> all() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          Path.of(""),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
              String name = String.valueOf(folder.getFileName());
              boolean ours = !name.startsWith(".") && !OTHERS.contains(name);
              return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
              if (file.toString().endsWith(".md")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first group of a pattern finds in a file. */
  static List<String> find(Path file, String pattern) {
    return Pattern.compile(pattern).matcher(text(file)).results().map(m -> m.group(1)).toList();
  }

  /** The cells of all table rows of a file, code marks taken away. */
  static List<List<String>> tableRows(Path file) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cells -> Stream.of(cells).map(cell -> cell.strip().replace("`", "")).toList())
        .toList();
  }

  /** The names under which a web view offers the headings of a file. */
  static Set<String> anchors(Path file) {
    Set<String> anchors = new TreeSet<>();
    HEADING
        .matcher(text(file))
        .results()
        .map(MatchResult::group)
        .forEach(h -> anchors.add(slug(h)));
    return anchors;
  }

  private static String slug(String heading) {
    return heading
        .replaceFirst("^#+ +", "")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
