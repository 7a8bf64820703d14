package whence.evaluate;

import whence.heatmap.HeatMap;
import whence.heatmap.Order;
import whence.heatmap.Resize;

/**
 * How sure a map is that there is a source: the mean of the top quarter of its values, not
 * normalised, enlarged to 224 x 224 (bicubic, aligned corners), and for cosines in [-1, 1] brought
 * to [0, 1] by (v + 1) / 2. Any other unit keeps the order of clips, which is all that average
 * precision sees.
 *
 * <p>Source: S. Mo, P. Morgado, "A closer look at weakly-supervised audio-visual source
 * localization", NeurIPS 2022, and its code.
 */
public final class Confidence {

  private static final int QUARTERS = 4;

  private Confidence() {}

  /** The confidence of one clip. */
  public static double of(PreparedMap map) {
    double mean =
        map.enlarged(Resize.BICUBIC_ALIGNED, big -> meanOfTopQuarter(big.map(), big.order()));
    return (mean + 1) / 2;
  }

  private static double meanOfTopQuarter(HeatMap map, Order order) {
    int count = map.values().length / QUARTERS;
    float least = order.statistic(map.values().length - count);
    double sum = 0;
    int above = 0;
    for (float value : map.values()) {
      if (value > least) {
        sum += value;
        above++;
      }
    }
    return (sum + (double) (count - above) * least) / count;
  }
}
