package whence.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import whence.WhenceException;

/**
 * The percentile bootstrap of a mean over seeds and clips, in two stages: as many seeds as there
 * are are drawn with replacement, then of each drawn seed as many of its clips as it has; the mean
 * of the seeds' means is kept. The 2.5 and 97.5 per cent quantiles of all such means are the
 * interval.
 *
 * <p>The value is the mean of the seeds' means, so that every seed counts alike.
 *
 * <ul>
 *   <li>No seed, or a seed without clips: refused.
 *   <li>One seed: clips alone are drawn, as {@link Bootstrap} does; the interval then says nothing
 *       about training again.
 *   <li>S seeds show on average (S - 1) / S of the variance between seeds: with three seeds the
 *       interval is rather too narrow.
 *   <li>Equal seed and equal numbers in equal order give equal intervals.
 * </ul>
 *
 * <p>Source: A. C. Davison and D. V. Hinkley, "Bootstrap methods and their application", Cambridge
 * University Press, 1997, section 3.8 (hierarchical data).
 *
 * @param draws number of draws, at least 1
 * @param seed start of the generator
 */
public record SeedBootstrap(int draws, long seed) {

  /** Checks the number of draws. */
  public SeedBootstrap {
    new Bootstrap(draws, seed);
  }

  /** 2,000 draws from seed 1. */
  public static SeedBootstrap defaults() {
    return new SeedBootstrap(2000, 1);
  }

  /**
   * Mean and 95 % interval.
   *
   * @param seeds one number a clip for each seed, finite, at least one of each; not changed
   * @return its n is the number of clips of all seeds
   */
  public Estimate mean(List<double[]> seeds) {
    if (seeds.isEmpty() || seeds.stream().anyMatch(clips -> clips.length == 0)) {
      throw new WhenceException(
          "Cannot take the interval of a mean over seeds",
          seeds.size() + " seeds, or one of them without clips",
          "at least one seed, each with at least one clip",
          "leave a metric out where a seed does not have it");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int k = 0; k < seeds.size(); k++) {
        sum += drawn(seeds.get(random.nextInt(seeds.size())), random);
      }
      means[draw] = sum / seeds.size();
    }
    Arrays.sort(means);
    double value = seeds.stream().mapToDouble(SeedBootstrap::mean).sum() / seeds.size();
    int n = seeds.stream().mapToInt(clips -> clips.length).sum();
    return new Estimate(
        value,
        Bootstrap.quantile(means, Bootstrap.TAIL),
        Bootstrap.quantile(means, 1 - Bootstrap.TAIL),
        n);
  }

  private static double drawn(double[] clips, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < clips.length; i++) {
      sum += clips[random.nextInt(clips.length)];
    }
    return sum / clips.length;
  }

  private static double mean(double[] clips) {
    return Arrays.stream(clips).sum() / clips.length;
  }
}
