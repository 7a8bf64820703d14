package whence.heatmap;

import org.jspecify.annotations.Nullable;

/**
 * The values of a map, ordered as far as order statistics need it.
 *
 * <p>Values are counted in buckets between the lowest and the highest one; only the bucket that
 * holds a wanted place is looked into, by Hoare's FIND with the median of three as pivot. Expected
 * linear time, a fraction of a sort's work, and hardly a branch that depends on the values. Source
 * of FIND: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4(7), 1961.
 *
 * <p>For one thread at a time.
 */
public final class Order {

  private static final int BUCKETS = 256;

  private final float[] values;
  private final float lowest;
  private final float highest;
  private final float scale;

  /** The bucket of each value, as an unsigned byte. */
  private final byte[] buckets;

  /** Number of values below each bucket, and of all values at the end. */
  private final int[] below = new int[BUCKETS + 1];

  /** The values of the buckets that were looked into; null for the others. */
  private final float[] @Nullable [] opened = new float[BUCKETS][];

  private Order(float[] values, float low, float high) {
    this.values = values;
    this.lowest = low;
    this.highest = high;
    this.scale = BUCKETS / (high - low);
    this.buckets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int bucket = bucket(values[i]);
      buckets[i] = (byte) bucket;
      below[bucket + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      below[bucket + 1] += below[bucket];
    }
  }

  /**
   * Orders a map's values.
   *
   * @param map finite; not changed, and not to be changed while this is in use
   */
  public static Order of(HeatMap map) {
    float[] values = map.values();
    boolean finite = true;
    float low = values[0];
    float high = values[0];
    for (float value : values) {
      finite &= value * 0 == 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (!finite) {
      Finite.require(map, "order the values of a heat map");
    }
    return new Order(values, low, high);
  }

  /** The smallest value. */
  public float lowest() {
    return lowest;
  }

  /** The largest value. */
  public float highest() {
    return highest;
  }

  /** The value in the middle of the ascending order, the upper one of two. */
  public float median() {
    return statistic(values.length / 2);
  }

  /**
   * The value at one place of the ascending order.
   *
   * @param rank 0 for the smallest, below the number of values
   */
  public float statistic(int rank) {
    if (lowest == highest) {
      return lowest;
    }
    int bucket = 0;
    while (below[bucket + 1] <= rank) {
      bucket++;
    }
    return select(open(bucket), rank - below[bucket]);
  }

  /** The number of values at or above a threshold. */
  public int countAtLeast(float threshold) {
    if (threshold <= lowest || threshold > highest) {
      return threshold <= lowest ? values.length : 0;
    }
    int bucket = bucket(threshold);
    int count = values.length - below[bucket + 1];
    for (float value : open(bucket)) {
      count += value >= threshold ? 1 : 0;
    }
    return count;
  }

  /** The values of a bucket, in any order; kept, for several rules ask for the same. */
  private float[] open(int bucket) {
    float[] known = opened[bucket];
    if (known != null) {
      return known;
    }
    float[] inside = new float[below[bucket + 1] - below[bucket]];
    byte wanted = (byte) bucket;
    int n = 0;
    for (int i = 0; i < buckets.length; i++) {
      if (buckets[i] == wanted) {
        inside[n++] = values[i];
      }
    }
    opened[bucket] = inside;
    return inside;
  }

  /** Rises with the value; whatever rounding does keeps the order. */
  private int bucket(float value) {
    return Math.min((int) ((value - lowest) * scale), BUCKETS - 1);
  }

  /** Hoare's FIND; changes the order of {@code v}. */
  private static float select(float[] v, int rank) {
    int low = 0;
    int high = v.length - 1;
    while (low < high) {
      float pivot = medianOf(v[low], v[rank], v[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (v[i] < pivot) {
          i++;
        }
        while (pivot < v[j]) {
          j--;
        }
        if (i <= j) {
          float swapped = v[i];
          v[i++] = v[j];
          v[j--] = swapped;
        }
      }
      // v[low..j] <= pivot <= v[i..high]; whatever lies between equals the pivot.
      if (j < rank) {
        low = i;
      }
      if (rank < i) {
        high = j;
      }
    }
    return v[rank];
  }

  private static float medianOf(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
