package whence.notebook;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import whence.WhenceException;

/** Columns of tables as a notebook shows them. */
public final class Columns {
  private static final int MOST_DIGITS = 9;

  private Columns() {}

  /**
   * Numbers shown with a fixed number of decimals; the table keeps them unrounded.
   *
   * @param digits decimals, 0 to 9
   * @param values NaN is shown as nothing
   */
  public static DoubleColumn of(String name, int digits, Iterable<? extends Number> values) {
    if (digits < 0 || digits > MOST_DIGITS) {
      throw new WhenceException(
          "Cannot show the column " + name,
          digits + " decimals",
          "0 to " + MOST_DIGITS + " decimals",
          "pass column(name, values, 3)");
    }
    DoubleColumn column = DoubleColumn.create(name);
    values.forEach(value -> column.append(value.doubleValue()));
    String pattern = digits == 0 ? "0" : "0." + "0".repeat(digits);
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    column.setPrintFormatter(new NumberColumnFormatter(format));
    return column;
  }
}
