package whence.train;

import java.util.SplittableRandom;
import whence.WhenceException;

/**
 * Random changes to the trunk features of a clip: every channel is multiplied by a factor of its
 * own, the same in all cells, and some channels are taken out.
 *
 * <p>{@code x[u][c] -> x[u][c] * exp(s g_c) * m_c} with {@code g_c} standard normal and {@code m_c}
 * 0 with the given chance, else 1. What is left is not scaled up, as training and inference both
 * standardise by batch normalisation. The trunk is frozen, so a network can learn its few pictures
 * by heart channel by channel; this keeps it from leaning on any of them.
 *
 * <p>Source: taking out whole channels is Tompson et al., "Efficient object localization using
 * convolutional networks", CVPR 2015; the factors are this project's design.
 *
 * @param scaleDeviation s, standard deviation of the logarithm of the factors, at least 0
 * @param dropShare chance that a channel is taken out, in [0, 1)
 */
public record FeatureAugmentation(double scaleDeviation, double dropShare) {

  /** Checks ranges. */
  public FeatureAugmentation {
    if (!(scaleDeviation >= 0
        && scaleDeviation < Double.POSITIVE_INFINITY
        && dropShare >= 0
        && dropShare < 1)) {
      throw new WhenceException(
          "Cannot augment features with these settings",
          "scale deviation %s, drop share %s".formatted(scaleDeviation, dropShare),
          "deviation >= 0, share in [0, 1)",
          "start from FeatureAugmentation.defaults()");
    }
  }

  /** Factors with a deviation of 0.3, one channel in ten taken out. */
  public static FeatureAugmentation defaults() {
    return new FeatureAugmentation(0.3, 0.1);
  }

  /** Leaves features as they are. */
  public static FeatureAugmentation none() {
    return new FeatureAugmentation(0, 0);
  }

  /**
   * Changes the features of one clip in place.
   *
   * @param values holds [cells, channels] from {@code offset} on
   * @param offset first index
   * @param cells h * w
   * @param channels D
   * @param random source of all choices; drawn from equally often whatever the settings
   */
  void apply(float[] values, int offset, int cells, int channels, SplittableRandom random) {
    float[] factors = factors(channels, random);
    for (int u = 0; u < cells; u++) {
      int start = offset + u * channels;
      for (int c = 0; c < channels; c++) {
        values[start + c] *= factors[c];
      }
    }
  }

  private float[] factors(int channels, SplittableRandom random) {
    float[] factors = new float[channels];
    for (int c = 0; c < channels; c++) {
      double scale = Math.exp(scaleDeviation * random.nextGaussian());
      factors[c] = random.nextDouble() < dropShare ? 0 : (float) scale;
    }
    return factors;
  }
}
