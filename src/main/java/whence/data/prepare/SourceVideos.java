package whence.data.prepare;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import whence.WhenceException;
import whence.data.reader.ClipIds;

/**
 * The videos of a folder and its folders, known by their ending; each is called by its file's name
 * without it. Hidden files are passed over.
 */
final class SourceVideos {
  private static final Set<String> ENDINGS =
      Set.of(
          "mp4", "m4v", "mov", "mkv", "webm", "avi", "flv", "3gp", "mpg", "mpeg", "ts", "mts",
          "m2ts", "ogv", "wmv", "y4m");

  private SourceVideos() {}

  /**
   * One video.
   *
   * @param id its file's name without ending
   * @param name its path below the folder, with {@code /} between folders
   * @param file where it is
   */
  record SourceVideo(String id, String name, Path file) {}

  /**
   * Finds the videos of a folder, or takes a single file.
   *
   * @return by id, in order
   * @throws WhenceException if there is none, two have one name, or a name can be no id
   */
  static Map<String, SourceVideo> find(Path source) {
    if (!Files.exists(source)) {
      throw none(source, "nothing there");
    }
    Map<String, SourceVideo> videos = new TreeMap<>();
    for (Path file : files(source)) {
      Path relative = source.relativize(file);
      String name = name(Files.isRegularFile(source) ? file.getFileName() : relative);
      String id = ClipIds.require(id(name), source.toString());
      SourceVideo twin = videos.putIfAbsent(id, new SourceVideo(id, name, file));
      if (twin != null) {
        throw new WhenceException(
            "Cannot prepare the videos of " + source,
            "two videos called " + id + ": " + twin.name() + " and " + name,
            "one video of each name: the name becomes the id",
            "rename one, or prepare their folders one by one");
      }
    }
    if (videos.isEmpty()) {
      throw none(source, "no video");
    }
    return videos;
  }

  /** The id of a video by its name: what follows the last folder, without the ending. */
  static String id(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.substring(0, Math.max(0, last.lastIndexOf('.')));
  }

  private static List<Path> files(Path source) {
    try (Stream<Path> tree = Files.walk(source, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(file -> isVideo(file) && Files.isRegularFile(file))
          .sorted()
          .collect(Collectors.toCollection(ArrayList::new));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new WhenceException(
          "Cannot look for videos in " + source,
          String.valueOf(e),
          "folders that can be read",
          "correct their permissions",
          e);
    }
  }

  private static boolean isVideo(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0
        && !name.startsWith(".")
        && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** The same on every system. */
  private static String name(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static WhenceException none(Path source, String got) {
    return new WhenceException(
        "Cannot prepare the videos of " + source,
        got,
        "a video, or a folder with videos: " + String.join(", ", new java.util.TreeSet<>(ENDINGS)),
        "check the path");
  }
}
