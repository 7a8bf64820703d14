package whence.evaluate.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;

/**
 * The F score of masks with beta^2 = 0.3, over a data set.
 *
 * <pre>
 * F = (1 + beta^2) precision recall / (beta^2 precision + recall)
 * </pre>
 *
 * <p>F is taken at 255 thresholds evenly from 0 to 1 (a pixel is predicted if its probability is at
 * least the threshold), its mean over all masks at each threshold, and then the largest of these
 * means. The mean is over the data set; published code takes it over a mini-batch and averages the
 * maxima, which rises as batches get smaller.
 *
 * <ul>
 *   <li>Empty masks take no part. Without any other mask there is no F.
 *   <li>Nothing predicted, or nothing of it right: 0.
 *   <li>Values outside of [0, 1] are beyond every threshold, or below all of them.
 * </ul>
 *
 * <p>Source: J. Zhou et al., "Audio-visual segmentation", ECCV 2022, and its code.
 */
public final class MaskFScore {

  private static final double BETA_SQUARED = 0.3;
  private static final int THRESHOLDS = 255;

  /** So many curves, in [0, 1], are added up in single precision, which is twice as fast. */
  private static final int IN_SINGLE_PRECISION = 32;

  private static final double LAST = 1 - 1e-10;
  private static final double[] AT = new double[THRESHOLDS];

  static {
    Arrays.setAll(AT, k -> LAST * k / (THRESHOLDS - 1));
  }

  private MaskFScore() {}

  /**
   * F of one clip at every threshold.
   *
   * @param map probabilities [224, 224]
   * @param truth of the same size, not empty
   * @return [255]
   */
  public static float[] curve(HeatMap map, GradedTruth truth) {
    int[] predicted = new int[THRESHOLDS + 1];
    double[] found = new double[THRESHOLDS + 1];
    float[] values = map.values();
    float[] g = truth.map().values();
    for (int i = 0; i < values.length; i++) {
      int reached = thresholdsReached(values[i]);
      predicted[reached]++;
      found[reached] += g[i];
    }
    double wanted = truth.sum();
    float[] curve = new float[THRESHOLDS];
    double all = 0;
    double right = 0;
    for (int k = THRESHOLDS - 1; k >= 0; k--) {
      all += predicted[k + 1];
      right += found[k + 1];
      curve[k] = (float) f(right, all, wanted);
    }
    return curve;
  }

  /** How many of the thresholds a value is at or above. */
  private static int thresholdsReached(float value) {
    float within = Math.max(0, Math.min(1, value)); // else a large one is beyond all integers
    int reached = (int) (within * (THRESHOLDS - 1)) + 1;
    if (reached < THRESHOLDS && value >= AT[reached]) {
      return reached + 1;
    }
    return reached > 0 && value < AT[reached - 1] ? reached - 1 : reached;
  }

  private static double f(double right, double predicted, double wanted) {
    if (right == 0) {
      return 0;
    }
    double precision = right / predicted;
    double recall = right / wanted;
    return (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
  }

  /**
   * The largest mean over clips, with its interval: clips are drawn, and the largest mean is looked
   * for anew in each draw.
   *
   * @param curves of the clips
   * @param bootstrap makes the interval
   * @return absent without any clip
   */
  public static Optional<Estimate> of(List<float[]> curves, Bootstrap bootstrap) {
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(
            bootstrap
                .ofDraws(curves.size(), times -> new double[] {largestMean(curves, times)})
                .get(0));
  }

  /**
   * The largest mean over a draw of clips.
   *
   * @param curves of the clips, at least one
   * @param times how often each of them is drawn; as many draws as there are clips
   */
  public static double largestMean(List<float[]> curves, int[] times) {
    double[] sums = new double[THRESHOLDS];
    float[] some = new float[THRESHOLDS];
    for (int clip = 0; clip < times.length; clip++) {
      float often = times[clip];
      if (often > 0) {
        float[] curve = curves.get(clip);
        for (int k = 0; k < THRESHOLDS; k++) {
          some[k] += often * curve[k];
        }
      }
      if (clip % IN_SINGLE_PRECISION == 0 || clip == times.length - 1) {
        for (int k = 0; k < THRESHOLDS; k++) {
          sums[k] += some[k];
          some[k] = 0;
        }
      }
    }
    return Arrays.stream(sums).max().orElse(0) / curves.size();
  }
}
