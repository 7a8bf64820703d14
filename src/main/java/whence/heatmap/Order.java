package whence.heatmap;

import java.util.Arrays;

/**
 * The values of a map, ordered as far as order statistics need it.
 *
 * <p>Values are dealt into buckets between the lowest and the highest one; only the bucket that
 * holds a wanted place is looked into, by Hoare's FIND with the median of three as pivot. Expected
 * linear time, a fraction of a sort's work, and hardly a branch that depends on the values. Source
 * of FIND: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4(7), 1961.
 */
public final class Order {

  private static final int BUCKETS = 256;

  private final float lowest;
  private final float highest;
  private final float scale;

  /** First place of each bucket in {@link #dealt}, and the number of values at the end. */
  private final int[] starts = new int[BUCKETS + 1];

  private final float[] dealt;

  private Order(float[] values, float low, float high) {
    this.lowest = low;
    this.highest = high;
    this.scale = BUCKETS / (high - low);
    this.dealt = new float[values.length];
    deal(values);
  }

  private void deal(float[] values) {
    byte[] buckets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int bucket = bucket(values[i]);
      buckets[i] = (byte) bucket;
      starts[bucket + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] next = starts.clone();
    for (int i = 0; i < values.length; i++) {
      dealt[next[buckets[i] & 0xff]++] = values[i];
    }
  }

  /**
   * Orders a map's values.
   *
   * @param map finite; not changed
   */
  public static Order of(HeatMap map) {
    float[] values = map.values();
    boolean finite = true;
    float low = values[0];
    float high = values[0];
    for (float value : values) {
      finite &= value * 0 == 0;
      low = value < low ? value : low;
      high = value > high ? value : high;
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
    return statistic(dealt.length / 2);
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
    int bucket = Arrays.binarySearch(starts, rank);
    bucket = bucket < 0 ? -bucket - 2 : bucket;
    while (starts[bucket + 1] == starts[bucket]) {
      bucket++;
    }
    float[] inside = Arrays.copyOfRange(dealt, starts[bucket], starts[bucket + 1]);
    return select(inside, rank - starts[bucket]);
  }

  /** The number of values at or above a threshold. */
  public int countAtLeast(float threshold) {
    if (threshold <= lowest || threshold > highest) {
      return threshold <= lowest ? dealt.length : 0;
    }
    int bucket = bucket(threshold);
    int count = dealt.length - starts[bucket + 1];
    for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
      count += dealt[i] >= threshold ? 1 : 0;
    }
    return count;
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
