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

  private static final int SIGN = 0x7fffffff;

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
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    if (low == high) {
      return map;
    }
    float[] stretched = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      stretched[i] = stretch(values[i], low, high);
    }
    return new HeatMap(map.height(), map.width(), stretched);
  }

  /**
   * The least value that a stretch from [low, high] brings to at least {@code stretched}, so that a
   * stretched map need not be made to see which of its cells reach a threshold. Found by bisection
   * over all floats, so that it agrees with {@link #of} to the last bit.
   *
   * @param low smallest value of a map
   * @param high largest value, above {@code low}
   * @param stretched 0 to 1
   */
  public static float valueOf(float low, float high, float stretched) {
    int below = ordered(low);
    int reached = ordered(high);
    if (stretch(low, low, high) >= stretched) {
      return low;
    }
    while (reached - (long) below > 1) {
      int middle = (int) ((below + (long) reached) >> 1);
      if (stretch(fromOrdered(middle), low, high) >= stretched) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return fromOrdered(reached);
  }

  private static float stretch(float value, float low, float high) {
    return (float) (((double) value - low) / ((double) high - low));
  }

  /** Integers in the order of the floats they stand for. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits < 0 ? bits ^ SIGN : bits;
  }

  private static float fromOrdered(int ordered) {
    return Float.intBitsToFloat(ordered < 0 ? ordered ^ SIGN : ordered);
  }
}
