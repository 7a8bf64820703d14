package whence.cli;

import java.nio.file.Path;
import java.util.Map;
import whence.AtomicFile;

/**
 * A file of numbers, with coverage beside it in a file of the same name and {@code .coverage.json}.
 */
final class CsvFile {

  private CsvFile() {}

  /** Writes both, coverage first: there are no numbers without it. */
  static void write(Path csv, String text, Map<String, Object> coverage) {
    Path beside = csv.resolveSibling(csv.getFileName() + ".coverage.json");
    AtomicFile.write(beside, JsonText.of(coverage) + "\n");
    AtomicFile.write(csv, text);
  }
}
