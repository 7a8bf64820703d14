package whence.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.AtomicFile;

/**
 * A file of numbers, with coverage beside it in a file of the same name and {@code .coverage.json}.
 */
final class CsvFile {

  private CsvFile() {}

  /** Refuses a file that cannot be written, before anything is scored; null is no file. */
  static void requireWritable(@Nullable Path csv) {
    if (csv != null) {
      AtomicFile.requireWritable(csv);
    }
  }

  /** Writes both, coverage first: there are no numbers without it. */
  static void write(Path csv, String text, Map<String, Object> coverage) {
    Path beside = csv.resolveSibling(csv.getFileName() + ".coverage.json");
    AtomicFile.write(beside, JsonText.of(coverage) + "\n");
    AtomicFile.write(csv, text);
  }
}
