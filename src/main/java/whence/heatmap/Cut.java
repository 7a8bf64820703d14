package whence.heatmap;

import whence.WhenceException;

/**
 * What a map predicts at a threshold: the cells at or above it. Every binarisation comes down to
 * such a threshold; {@code H > t} is {@code H >= Math.nextUp(t)}.
 *
 * @param map any finite values
 * @param threshold in the unit of the map; infinity predicts nothing, its negative everything
 * @param count number of predicted cells
 */
public record Cut(HeatMap map, float threshold, int count) {

  /** Cuts a map at a threshold. */
  public static Cut atLeast(HeatMap map, float threshold) {
    int count = 0;
    for (float value : map.values()) {
      count += value >= threshold ? 1 : 0;
    }
    return new Cut(map, threshold, count);
  }

  /** Cuts a map so that cells strictly above the threshold are predicted. */
  public static Cut above(HeatMap map, float threshold) {
    return atLeast(map, Math.nextUp(threshold));
  }

  /** Predicts every cell. */
  public static Cut everything(HeatMap map) {
    return new Cut(map, Float.NEGATIVE_INFINITY, map.values().length);
  }

  /** Predicts no cell. */
  public static Cut nothing(HeatMap map) {
    return new Cut(map, Float.POSITIVE_INFINITY, 0);
  }

  /**
   * The cIoU with a truth, as {@link Overlap} defines it.
   *
   * @param truth of the map's size
   * @return 0 to 1; 0 where nothing is found, an empty truth included
   */
  public double ciou(GradedTruth truth) {
    HeatMap g = truth.map();
    if (g.height() != map.height() || g.width() != map.width()) {
      throw new WhenceException(
          "Cannot compare a prediction with the truth",
          "a prediction of " + map.height() + " x " + map.width() + " cells",
          g.height() + " x " + g.width() + " cells, as the truth",
          "bring the heat map to the size of the truth first");
    }
    if (count == 0) {
      return 0;
    }
    boolean everything = count == map.values().length;
    double found = 0;
    int inside = 0;
    for (GradedTruth.Level level : truth.levels()) {
      int hit = everything ? level.count() : level.countAtLeast(map.values(), threshold);
      found += (double) level.g() * hit;
      inside += hit;
    }
    return found == 0 ? 0 : found / (truth.sum() + (count - inside));
  }

  /** The predicted cells. */
  public Mask mask() {
    boolean[] cells = new boolean[map.values().length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = map.values()[i] >= threshold;
    }
    return new Mask(map.height(), map.width(), cells);
  }
}
