package whence.experiment;

import java.util.regex.Pattern;
import whence.WhenceException;

/**
 * One line of a comparison.
 *
 * @param name of its folder: lower-case letters, digits and hyphens
 * @param title what a reader calls it
 * @param settings declare its runs, but for the seed
 */
public record ComparisonRow(String name, String title, ExperimentSettings settings) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Checks the name. */
  public ComparisonRow {
    if (!NAME.matcher(name).matches()) {
      throw new WhenceException(
          "Cannot name a row of a comparison",
          "'" + name + "'",
          "lower-case letters, digits and hyphens, at most 64",
          "the name is that of a folder: put anything else into the title");
    }
  }
}
