package whence.evaluate;

import java.util.Locale;
import whence.WhenceException;

/**
 * A mean over clips with its interval.
 *
 * @param value the mean, a fraction or cosine; NaN, with both ends, where published code gives NaN
 * @param low lower end of the 95 % interval, at most {@code high}
 * @param high upper end
 * @param n number of clips, at least 1; with 1 the interval has no width and says nothing
 */
public record Estimate(double value, double low, double high, int n) {

  /** Checks the ranges. */
  public Estimate {
    boolean undefined = Double.isNaN(value) && Double.isNaN(low) && Double.isNaN(high);
    if (n < 1 || (!undefined && (!(low <= high) || !Double.isFinite(value)))) {
      throw new WhenceException(
          "Cannot state an estimate",
          value + " [" + low + ", " + high + "] from " + n + " clips",
          "a finite value, low at most high, at least one clip",
          "leave a metric out where no clip has it");
    }
  }

  /** The mean over clips of which one is NaN. */
  static Estimate undefined(int n) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, n);
  }

  /** Such as {@code 0.524 [0.480, 0.568]}, or {@code NaN}. */
  public String toText() {
    return Double.isNaN(value)
        ? "NaN"
        : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high);
  }
}
