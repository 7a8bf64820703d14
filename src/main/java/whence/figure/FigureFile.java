package whence.figure;

import java.nio.file.Path;
import java.util.regex.Pattern;
import whence.AtomicFile;
import whence.WhenceException;
import whence.experiment.Provenance;

/** A figure on disk: the picture, its numbers and where they come from, side by side. */
public final class FigureFile {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /** File formats of a figure. */
  public enum Format {
    /** Pixels at 300 dpi: for photographs. */
    PNG,
    /** Vectors: for curves and tables. */
    SVG
  }

  private FigureFile() {}

  /**
   * Writes {@code NAME.png} or {@code NAME.svg}, {@code NAME.csv} and {@code NAME.json}, each
   * atomically; the picture comes last, so that a picture is never without its numbers.
   *
   * @param folder made if missing
   * @param name lower-case letters, digits and hyphens, without extension
   * @return the picture's file
   * @throws WhenceException if the name is not of that form, or the folder cannot be written
   */
  public static Path write(
      Path folder, String name, Format format, Figure figure, Provenance provenance) {
    requireName(name);
    AtomicFile.write(folder.resolve(name + ".csv"), figure.csv());
    provenance.write(folder.resolve(name + ".json"));
    return switch (format) {
      case PNG -> write(folder.resolve(name + ".png"), figure.png());
      case SVG -> write(folder.resolve(name + ".svg"), figure.svg());
    };
  }

  /**
   * Writes {@code NAME.tex} beside a figure of that name, atomically.
   *
   * @param folder made if missing
   * @param name as that of the figure
   * @param latex a table for a paper, such as {@link ComparisonTable#latex}
   * @return the file
   */
  public static Path writeLatex(Path folder, String name, String latex) {
    requireName(name);
    Path file = folder.resolve(name + ".tex");
    AtomicFile.write(file, latex);
    return file;
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new WhenceException(
          "Cannot name a figure",
          "'" + name + "'",
          "lower-case letters, digits and hyphens, without extension",
          "use a name such as evaluation-curves");
    }
  }

  private static Path write(Path file, byte[] bytes) {
    AtomicFile.write(file, bytes);
    return file;
  }
}
