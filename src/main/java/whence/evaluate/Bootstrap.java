package whence.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import whence.WhenceException;

/**
 * The percentile bootstrap of a mean: clips are drawn with replacement as often as there are clips,
 * the mean of the draw is kept, and the 2.5 and 97.5 per cent quantiles of all such means are the
 * interval.
 *
 * <ul>
 *   <li>No clip: refused. One clip, or equal clips: an interval without width.
 *   <li>Equal seed and equal clips in equal order give equal intervals.
 *   <li>The interval covers the choice of clips only, not the seed of training.
 * </ul>
 *
 * <p>Why this one: it needs no assumption about the scores' distribution and stays within [0, 1].
 * Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", Chapman and Hall,
 * 1993, chapter 13.
 *
 * @param draws number of draws, at least 1
 * @param seed start of the generator
 */
public record Bootstrap(int draws, long seed) {

  static final double TAIL = 0.025;

  /** Checks the number of draws. */
  public Bootstrap {
    if (draws < 1) {
      throw new WhenceException(
          "Cannot set up a bootstrap",
          draws + " draws",
          "at least 1 draw",
          "take Bootstrap.defaults(), which draws 2,000 times");
    }
  }

  /** 2,000 draws from seed 1. */
  public static Bootstrap defaults() {
    return new Bootstrap(2000, 1);
  }

  /**
   * Mean and 95 % interval.
   *
   * @param values one number a clip, finite, at least one; not changed
   */
  public Estimate mean(double[] values) {
    if (values.length == 0) {
      throw new WhenceException(
          "Cannot take the interval of a mean",
          "no clip",
          "at least one clip",
          "leave a metric out where no clip has it");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    double value = Arrays.stream(values).sum() / values.length;
    return new Estimate(value, quantile(means, TAIL), quantile(means, 1 - TAIL), values.length);
  }

  /** Linear interpolation between order statistics, position q (n - 1). */
  static double quantile(double[] sorted, double q) {
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
