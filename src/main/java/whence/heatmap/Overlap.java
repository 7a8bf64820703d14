package whence.heatmap;

import whence.WhenceException;

/**
 * How well a predicted set B covers the truth.
 *
 * <p>With masks, intersection over union. With a graded truth g in [0, 1] (a consensus of
 * annotators), the consensus IoU:
 *
 * <pre>
 * cIoU = sum(B g) / (sum(g) + sum(B where g = 0))
 * </pre>
 *
 * <p>Predicted cells on partly agreed truth gain g and cost nothing. With g in {0, 1} it is the
 * plain IoU.
 *
 * <ul>
 *   <li>An empty prediction scores 0.
 *   <li>An empty truth scores 0, also when nothing is predicted: nothing to find is no success.
 *       (Public code divides 0 by 0 there and carries NaN into its means.)
 *   <li>Different sizes are refused; so are truths outside of [0, 1] and NaN.
 * </ul>
 *
 * <p>Source: A. Senocak, T.-H. Oh, J. Kim, M.-H. Yang, I. S. Kweon, "Learning to localize sound
 * source in visual scenes", CVPR 2018.
 */
public final class Overlap {

  private Overlap() {}

  /** Intersection over union of two masks of one size, 0 to 1. */
  public static double iou(Mask predicted, Mask truth) {
    checkSizes(predicted, truth.height(), truth.width());
    int both = 0;
    int either = 0;
    for (int i = 0; i < predicted.cells().length; i++) {
      boolean b = predicted.cells()[i];
      boolean g = truth.cells()[i];
      both += b && g ? 1 : 0;
      either += b || g ? 1 : 0;
    }
    return either == 0 ? 0 : both / (double) either;
  }

  /**
   * Consensus intersection over union.
   *
   * @param predicted B
   * @param truth g, values in [0, 1], the size of B
   * @return 0 to 1
   */
  public static double ciou(Mask predicted, HeatMap truth) {
    checkSizes(predicted, truth.height(), truth.width());
    double found = 0;
    double wanted = 0;
    int outside = 0;
    for (int i = 0; i < predicted.cells().length; i++) {
      float g = truth.values()[i];
      GradedTruth.require(g);
      wanted += g;
      if (predicted.cells()[i]) {
        found += g;
        outside += g == 0 ? 1 : 0;
      }
    }
    return found == 0 ? 0 : found / (wanted + outside);
  }

  private static void checkSizes(Mask predicted, int height, int width) {
    if (predicted.height() != height || predicted.width() != width) {
      throw new WhenceException(
          "Cannot compare a prediction with the truth",
          "a prediction of " + predicted.height() + " x " + predicted.width() + " cells",
          height + " x " + width + " cells, as the truth",
          "bring the heat map to the size of the truth first");
    }
  }
}
