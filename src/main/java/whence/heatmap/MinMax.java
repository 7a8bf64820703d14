package whence.heatmap;

/**
 * Stretches a map over [0, 1]: {@code (v - min) / (max - min)}.
 *
 * <ul>
 *   <li>A constant map stays as it is, whatever its value; a single cell is constant.
 *   <li>The minimum becomes exactly 0 and the maximum exactly 1.
 *   <li>NaN and infinity are refused.
 * </ul>
 */
public final class MinMax {

  private MinMax() {}

  /**
   * Stretches a map.
   *
   * @param map any finite values; not changed
   * @return values in [0, 1]; the same map where it is constant
   */
  public static HeatMap of(HeatMap map) {
    float[] values = Finite.require(map, "normalise a heat map").values();
    float low = values[0];
    float high = values[0];
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low == high) {
      return map;
    }
    double range = (double) high - low;
    float[] stretched = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      stretched[i] = (float) (((double) values[i] - low) / range);
    }
    return new HeatMap(map.height(), map.width(), stretched);
  }
}
