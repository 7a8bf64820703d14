package whence.experiment;

import java.util.Arrays;
import java.util.Locale;

/**
 * How fast one part of the work is.
 *
 * @param part such as {@code trunk}
 * @param unit such as {@code images/s} or {@code s}
 * @param median over the repeats; NaN where the part could not be measured
 * @param low the least of the repeats
 * @param high the greatest of the repeats
 * @param repeats how many, 0 where the part could not be measured
 * @param cost of one item or step in 1e9 floating-point operations of the matrix product that was
 *     measured beside it: seconds times speed; what compares between machines; NaN if not measured
 * @param note what it was measured on, or why not
 */
public record Measurement(
    String part,
    String unit,
    double median,
    double low,
    double high,
    int repeats,
    double cost,
    String note) {

  /** Seconds a step. */
  static Measurement seconds(String part, double[] seconds, double gigaFlops, String note) {
    double[] sorted = sorted(seconds);
    double median = median(sorted);
    return of(part, "s", sorted, median * gigaFlops, note);
  }

  /** Items a second, from seconds for {@code items} of them. */
  static Measurement rate(
      String part, String unit, double[] seconds, int items, double gigaFlops, String note) {
    double[] rates = sorted(Arrays.stream(seconds).map(s -> items / s).toArray());
    return of(part, unit, rates, gigaFlops / median(rates), note);
  }

  static Measurement none(String part, String unit, String why) {
    return new Measurement(part, unit, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, why);
  }

  private static Measurement of(
      String part, String unit, double[] sorted, double cost, String note) {
    double high = sorted[sorted.length - 1];
    return new Measurement(
        part, unit, median(sorted), sorted[0], high, sorted.length, cost, note);
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** One line of a table. */
  public String text() {
    return repeats == 0
        ? String.format(Locale.ROOT, "%-16s %10s  %s", part, "-", note)
        : String.format(
            Locale.ROOT,
            "%-16s %10.3f %-9s [%.3f, %.3f] of %d, cost %.2f GFLOP; %s",
            part, median, unit, low, high, repeats, cost, note);
  }
}
