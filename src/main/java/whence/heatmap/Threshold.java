package whence.heatmap;

import whence.WhenceException;

/**
 * Ways from a map of n values H to a set of cells.
 *
 * <table>
 *   <caption>Rules</caption>
 *   <tr><td>{@link #aboveMedian}</td><td>{@code H > ascending(H)[n / 2]}</td></tr>
 *   <tr><td>{@link #atOrAboveMedian}</td><td>{@code H >= ascending(H)[n / 2]}</td></tr>
 *   <tr><td>{@link #atLeast}</td><td>{@code H >= t}</td></tr>
 *   <tr><td>{@link #atLeastOfRange}</td><td>{@code H >= min H + s (max H - min H)}</td></tr>
 *   <tr><td>{@link #sizeAdaptive}</td><td>{@code H > ascending(H)[n - k]}</td></tr>
 * </table>
 *
 * <ul>
 *   <li>"Median" means the upper of the two middle values where n is even, as the field's code has
 *       it, never their mean.
 *   <li>A constant map gives nothing under a strict rule and everything under {@code >=}.
 *   <li>Ties at a threshold are all in or all out, so a plateau can make a set far larger or
 *       smaller than its rule suggests.
 *   <li>NaN and infinity are refused.
 * </ul>
 */
public final class Threshold {

  private Threshold() {}

  /** The cells strictly above the median. A constant map gives none. */
  public static Mask aboveMedian(HeatMap map) {
    return above(map, Order.of(map).median());
  }

  /** The cells at or above the median. A constant map gives all. */
  public static Mask atOrAboveMedian(HeatMap map) {
    return atLeast(map, Order.of(map).median());
  }

  /**
   * The cells at or above a fixed value.
   *
   * @param map usually already in [0, 1] by {@link MinMax}
   * @param threshold in the unit of the map
   */
  public static Mask atLeast(HeatMap map, double threshold) {
    float[] values = Finite.require(map, "binarise a heat map").values();
    boolean[] cells = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      cells[i] = values[i] >= threshold;
    }
    return new Mask(map.height(), map.width(), cells);
  }

  /**
   * The cells at or above a share of the way from the lowest value of the map to its highest: the
   * same as {@link #atLeast} after {@link MinMax}, but for a constant map, which gives all.
   *
   * @param map any finite values
   * @param share s, in [0, 1]; the highest cells are always in
   */
  public static Mask atLeastOfRange(HeatMap map, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new WhenceException(
          "Cannot binarise a heat map by a share of its range",
          "share " + share,
          "a number in [0, 1]",
          "0.5 is half way between the lowest and the highest value");
    }
    float[] values = Finite.require(map, "binarise a heat map").values();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return atLeast(map, Math.min(high, low + share * (high - low)));
  }

  /**
   * The {@code k - 1} highest cells, where k is the size of what is to be found (ties at the
   * threshold are left out). Only the truth knows k, so this rule measures shape and place but not
   * size.
   *
   * @param map any finite values
   * @param truthCells number of cells with non-zero truth, 0 to n; 0 stands for n / 2
   */
  public static Mask sizeAdaptive(HeatMap map, int truthCells) {
    int n = map.values().length;
    if (truthCells < 0 || truthCells > n) {
      throw new WhenceException(
          "Cannot binarise a heat map by the size of the truth",
          truthCells + " cells",
          "0 to " + n + " cells",
          "count the truth on the same grid as the map");
    }
    int k = truthCells == 0 ? n / 2 : truthCells;
    // k is 0 only for a single cell without truth, where the threshold is that cell.
    return above(map, Order.of(map).statistic(Math.min(n - k, n - 1)));
  }

  private static Mask above(HeatMap map, float threshold) {
    return Cut.above(map, threshold).mask();
  }
}
