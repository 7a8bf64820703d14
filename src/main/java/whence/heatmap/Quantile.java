package whence.heatmap;

import java.util.Arrays;
import whence.WhenceException;

/**
 * Cells by their place among a map's own values, for pseudo-labels.
 *
 * <p>The quantile q of n values lies at position {@code q (n - 1)} of their ascending order, with
 * linear interpolation between neighbours: definition 7 of R. J. Hyndman and Y. Fan, "Sample
 * quantiles in statistical packages", The American Statistician 50(4), 1996, the default of NumPy
 * and PyTorch.
 *
 * <ul>
 *   <li>Ties at the quantile belong to the set, so a set may be larger than its share; a constant
 *       map gives every cell from both rules.
 *   <li>{@code topFraction} of a positive share is never empty; {@code atOrBelow} never is.
 *   <li>A single cell belongs to both sets.
 *   <li>NaN and infinity are refused.
 * </ul>
 */
public final class Quantile {

  /** Positions this close to a whole number are that number: 0.1 * 10 must not miss cell 1. */
  private static final double POSITION_TOLERANCE = 1e-9;

  private Quantile() {}

  /**
   * The cells at or above the quantile {@code 1 - fraction}. Of 196 distinct values, a fraction of
   * 0.08 takes 16.
   *
   * @param map any finite values; not changed
   * @param fraction wanted share of cells, above 0 to 1
   */
  public static Mask topFraction(HeatMap map, double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw badShare("take the highest cells of a heat map", fraction, "above 0, at most 1");
    }
    return Threshold.atLeast(map, of(map, 1 - fraction));
  }

  /**
   * The cells at or below a quantile. Of 196 distinct values, the quantile 0.5 takes 98.
   *
   * @param map any finite values; not changed
   * @param quantile 0 to 1
   */
  public static Mask atOrBelow(HeatMap map, double quantile) {
    double threshold = of(map, quantile);
    float[] values = map.values();
    boolean[] cells = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      cells[i] = values[i] <= threshold;
    }
    return new Mask(map.height(), map.width(), cells);
  }

  /**
   * The quantile of a map's values.
   *
   * @param map any finite values; not changed
   * @param quantile 0 (the minimum) to 1 (the maximum)
   */
  public static double of(HeatMap map, double quantile) {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw badShare("take a quantile of a heat map", quantile, "0 to 1");
    }
    float[] sorted = Finite.require(map, "take a quantile of a heat map").values().clone();
    Arrays.sort(sorted);
    double position = quantile * (sorted.length - 1);
    if (Math.abs(position - Math.rint(position)) < POSITION_TOLERANCE) {
      return sorted[(int) Math.rint(position)];
    }
    int below = (int) position;
    double part = position - below;
    return sorted[below] + part * ((double) sorted[below + 1] - sorted[below]);
  }

  private static WhenceException badShare(String task, double got, String expected) {
    return new WhenceException(
        "Cannot " + task,
        String.valueOf(got),
        expected,
        "shares are fractions, not per cent: write 0.08 for 8 %");
  }
}
