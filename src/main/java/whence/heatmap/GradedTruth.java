package whence.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.WhenceException;

/**
 * The truth g of one clip, prepared for many comparisons: a graded set of pixels.
 *
 * <ul>
 *   <li>Values outside of [0, 1] and NaN are refused.
 *   <li>It may be empty.
 * </ul>
 */
public final class GradedTruth {

  private final HeatMap map;
  private final List<Level> levels;
  private final int count;
  private final double sum;

  /**
   * The cells of one value.
   *
   * @param g above 0, at most 1
   * @param cells counted row by row
   */
  record Level(float g, int[] cells) {

    int count() {
      return cells.length;
    }

    /** How many of the cells a map has at or above a threshold. */
    int countAtLeast(float[] values, float threshold) {
      int count = 0;
      for (int cell : cells) {
        count += values[cell] >= threshold ? 1 : 0;
      }
      return count;
    }
  }

  private GradedTruth(HeatMap map, List<Level> levels) {
    this.map = map;
    this.levels = levels;
    this.count = levels.stream().mapToInt(Level::count).sum();
    this.sum = levels.stream().mapToDouble(level -> (double) level.g * level.count()).sum();
  }

  /**
   * Prepares a truth.
   *
   * @param map g, values in [0, 1]; not changed, and not to be changed while this is in use
   */
  public static GradedTruth of(HeatMap map) {
    Map<Float, Integer> counts = new TreeMap<>();
    float[] values = map.values();
    int start = 0;
    for (int i = 1; i <= values.length; i++) {
      // Truths are made of runs: one look-up a run.
      if (i == values.length || values[i] != values[start]) {
        require(values[start]);
        counts.merge(values[start], i - start, Integer::sum);
        start = i;
      }
    }
    List<Level> levels = new ArrayList<>();
    counts.forEach(
        (g, count) -> {
          if (g > 0) {
            levels.add(level(values, g, count));
          }
        });
    return new GradedTruth(map, List.copyOf(levels));
  }

  private static Level level(float[] values, float g, int count) {
    int[] cells = new int[count];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == g) {
        cells[n++] = i;
      }
    }
    return new Level(g, cells);
  }

  /** Refuses what is no share. */
  static void require(float g) {
    if (!(g >= 0 && g <= 1)) {
      throw new WhenceException(
          "Cannot score a prediction against a graded truth",
          "a truth of " + g,
          "0 to 1",
          "divide counts of annotators by the number that makes a consensus, at most 1");
    }
  }

  /** g itself. */
  public HeatMap map() {
    return map;
  }

  /** The number of cells where g is above 0. */
  public int count() {
    return count;
  }

  /** The sum of g, in cells. */
  public double sum() {
    return sum;
  }

  /** Whether there is nothing to find. */
  public boolean isEmpty() {
    return levels.isEmpty();
  }

  /**
   * The largest cIoU that a prediction of so many cells can have: the cells of the highest truth
   * first, then cells without.
   *
   * @param predicted number of predicted cells, at least 0
   * @return 0 to 1; 0 for an empty truth
   */
  public double bestCiou(int predicted) {
    double found = 0;
    int left = predicted;
    for (int k = levels.size() - 1; k >= 0 && left > 0; k--) {
      int taken = Math.min(left, levels.get(k).count());
      found += (double) levels.get(k).g * taken;
      left -= taken;
    }
    return found == 0 ? 0 : found / (sum() + left);
  }

  /** The cells above 0, by their value, rising. */
  List<Level> levels() {
    return levels;
  }
}
