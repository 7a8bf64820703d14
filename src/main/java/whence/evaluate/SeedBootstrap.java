package whence.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import whence.WhenceException;

/**
 * The percentile bootstrap of a mean over seeds and clips. Where each seed has clips of its own, as
 * on the demo's scenes, it has two stages ({@link #mean}): as many seeds as there are are drawn
 * with replacement, then of each drawn seed as many of its clips as it has; the mean of the seeds'
 * means is kept. The 2.5 and 97.5 per cent quantiles of all such means are the interval. Where all
 * seeds have the same clips, see {@link #meanOfSameClips}.
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

  /** A number of one seed. */
  @FunctionalInterface
  public interface SeedNumber {
    /**
     * The number of some of a seed's clips.
     *
     * @param seed index of the seed, from 0
     * @param times how often each clip counts; neither kept nor changed
     */
    double of(int seed, int[] times);
  }

  /**
   * Mean and 95 % interval where all seeds were judged on the same clips, as on a research data
   * set. What is hard about a clip is hard for every seed: seeds and clips are drawn apart, and the
   * drawn clips are those of every drawn seed.
   *
   * @param seeds one number a clip for each seed, at least one of each, all in the same order of
   *     clips; not changed. A NaN among them gives NaN
   * @return its n is the number of clips
   */
  public Estimate meanOfSameClips(List<double[]> seeds) {
    int clips = seeds.isEmpty() ? 0 : seeds.get(0).length;
    if (clips == 0 || seeds.stream().anyMatch(seed -> seed.length != clips)) {
      throw new WhenceException(
          "Cannot take the interval of a mean over seeds",
          seeds.stream().map(seed -> seed.length + " clips").toList().toString(),
          "at least one seed, all with the same clips, at least one",
          "judge every seed on the same clips; leave a metric out where no clip has it");
    }
    return ofSameClips(
        seeds.size(),
        clips,
        (seed, times) -> {
          double[] values = seeds.get(seed);
          double sum = 0;
          for (int i = 0; i < clips; i++) {
            sum += times[i] * values[i];
          }
          return sum / clips;
        });
  }

  /**
   * The same of numbers that are no means over clips; each is computed anew of every draw. A draw
   * without a number (NaN) is left out.
   *
   * @param seeds number of seeds, at least 1
   * @param clips number of clips, at least 1
   * @param number gives it
   */
  public Estimate ofSameClips(int seeds, int clips, SeedNumber number) {
    int[] times = new int[clips];
    Arrays.fill(times, 1);
    int[] chosen = new int[seeds];
    Arrays.fill(chosen, 1);
    double value = mean(chosen, times, number);
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      draw(chosen, random);
      draw(times, random);
      means[draw] = mean(chosen, times, number);
    }
    double[] sorted = Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).sorted().toArray();
    return Double.isNaN(value) || sorted.length == 0
        ? Estimate.undefined(clips)
        : new Estimate(
            value,
            Bootstrap.quantile(sorted, Bootstrap.TAIL),
            Bootstrap.quantile(sorted, 1 - Bootstrap.TAIL),
            clips);
  }

  private static void draw(int[] times, SplittableRandom random) {
    Arrays.fill(times, 0);
    for (int i = 0; i < times.length; i++) {
      times[random.nextInt(times.length)]++;
    }
  }

  private static double mean(int[] chosen, int[] times, SeedNumber number) {
    double sum = 0;
    for (int k = 0; k < chosen.length; k++) {
      sum += chosen[k] == 0 ? 0 : chosen[k] * number.of(k, times);
    }
    return sum / chosen.length;
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
