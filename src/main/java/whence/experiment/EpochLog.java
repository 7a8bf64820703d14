package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * A small table with one line an epoch, rewritten whole with every line, so that an epoch done
 * again after a stop replaces its line.
 */
final class EpochLog {

  private final Path file;
  private final String header;

  EpochLog(Path file, String header) {
    this.file = file;
    this.header = header;
  }

  /** Sets the line of an epoch and drops the lines of later ones. */
  void put(int iteration, int epoch, List<Double> values) {
    SortedMap<String, String> lines = read();
    String key = key(iteration, epoch);
    lines.tailMap(key).clear();
    lines.put(
        key,
        iteration
            + ","
            + epoch
            + ","
            + values.stream()
                .map(value -> String.format(Locale.ROOT, "%.6g", value))
                .collect(Collectors.joining(",")));
    AtomicFile.write(file, header + "\n" + String.join("\n", lines.values()) + "\n");
  }

  /** Copies the header and the lines of iteration 0, if there is a file to copy from. */
  static void copyFirstIteration(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(from);
      String kept =
          lines.stream()
              .filter(line -> line.equals(lines.get(0)) || line.startsWith("0,"))
              .collect(Collectors.joining("\n", "", "\n"));
      AtomicFile.write(to, kept);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot copy the losses of iteration 0 from " + from,
          e.toString(),
          "a file that can be read",
          "correct its permissions, or remove the file: only its lines are lost",
          e);
    }
  }

  private SortedMap<String, String> read() {
    SortedMap<String, String> lines = new TreeMap<>();
    if (!Files.exists(file)) {
      return lines;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split(",");
        if (!line.equals(header)) {
          lines.put(key(Integer.parseInt(fields[0]), Integer.parseInt(fields[1])), line);
        }
      }
      return lines;
    } catch (IOException | NumberFormatException e) {
      throw new WhenceException(
          "Cannot go on writing " + file,
          e.toString(),
          "lines of " + header,
          "remove the file: only its earlier lines are lost",
          e);
    }
  }

  private static String key(int iteration, int epoch) {
    return String.format(Locale.ROOT, "%06d.%06d", iteration, epoch);
  }
}
