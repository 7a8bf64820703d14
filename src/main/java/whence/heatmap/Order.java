package whence.heatmap;

/**
 * Order statistics without sorting.
 *
 * <p>Hoare's FIND with the median of three as pivot: expected linear time where a sort of a 224 x
 * 224 map costs several times as much. Source: C. A. R. Hoare, "Algorithm 65: Find", Communications
 * of the ACM 4(7), 1961.
 */
final class Order {

  private Order() {}

  /**
   * The value at one place of the ascending order.
   *
   * @param values finite; not changed
   * @param rank 0 for the smallest, below the number of values
   */
  static float statistic(float[] values, int rank) {
    float[] v = values.clone();
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
