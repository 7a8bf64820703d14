package whence.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
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

  /** Draws that are held at once: few, for each takes as many numbers as there are clips. */
  private static final int AT_ONCE = 16;

  /** Columns of which all draws are held at once. */
  private static final int COLUMNS_AT_ONCE = 512;

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
   * @param values one number a clip, at least one; not changed. A NaN among them gives NaN
   */
  public Estimate mean(double[] values) {
    return means(List.of(values)).get(0);
  }

  /**
   * Means and 95 % intervals of several numbers of the same clips. Each is what {@link #mean}
   * gives; clips are drawn once for all, which is faster, and all cores take part.
   *
   * @param columns one number a clip, at least one; all of one length; not changed. A column with a
   *     NaN gives NaN
   */
  public List<Estimate> means(List<double[]> columns) {
    int n = columns.isEmpty() ? 0 : columns.get(0).length;
    if (n == 0) {
      throw new WhenceException(
          "Cannot take the interval of a mean",
          "no clip",
          "at least one clip",
          "leave a metric out where no clip has it");
    }
    if (columns.stream().anyMatch(column -> column.length != n)) {
      throw new WhenceException(
          "Cannot take the intervals of several means together",
          "columns of different lengths",
          "one number a clip in each, of the same " + n + " clips",
          "ask for the others on their own");
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < columns.size(); k += COLUMNS_AT_ONCE) {
      estimates.addAll(
          together(columns.subList(k, Math.min(k + COLUMNS_AT_ONCE, columns.size())), n));
    }
    return estimates;
  }

  private List<Estimate> together(List<double[]> columns, int n) {
    double[][] drawn = draw(columns, n);
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < drawn.length; k++) {
      Arrays.sort(drawn[k]);
      double value = Arrays.stream(columns.get(k)).sum() / n;
      estimates.add(
          Double.isNaN(value)
              ? Estimate.undefined(n)
              : new Estimate(value, quantile(drawn[k], TAIL), quantile(drawn[k], 1 - TAIL), n));
    }
    return estimates;
  }

  /**
   * 95 % intervals of numbers that are no means over clips, such as an average precision: each is
   * computed anew of every draw. The draws are those of {@link #mean}.
   *
   * <p>A draw without a number (NaN), such as one in which no clip has a source, is left out of its
   * interval; a number that the clips themselves do not have is NaN.
   *
   * @param n number of clips, at least 1
   * @param numbers gives them, told how often each of the clips is drawn; must not keep or change
   *     what it is told
   */
  public List<Estimate> ofDraws(int n, Function<int[], double[]> numbers) {
    int[] times = new int[n];
    Arrays.fill(times, 1);
    double[] values = numbers.apply(times);
    double[][] drawn = new double[values.length][draws];
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < draws; draw++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < n; i++) {
        times[random.nextInt(n)]++;
      }
      double[] now = numbers.apply(times);
      for (int k = 0; k < now.length; k++) {
        drawn[k][draw] = now[k];
      }
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      double[] sorted =
          Arrays.stream(drawn[k]).filter(value -> !Double.isNaN(value)).sorted().toArray();
      estimates.add(
          Double.isNaN(values[k]) || sorted.length == 0
              ? Estimate.undefined(n)
              : new Estimate(values[k], quantile(sorted, TAIL), quantile(sorted, 1 - TAIL), n));
    }
    return estimates;
  }

  /**
   * Whether one localizer is better than another on the same clips: clips are drawn in pairs, so
   * that what is hard for both takes no part.
   *
   * @param first one number a clip
   * @param second the numbers of the other for the same clips, in the same order
   * @return the mean of first minus second; with a NaN among them all of it is NaN
   */
  public PairedDifference difference(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new WhenceException(
          "Cannot compare two localizers",
          first.length + " and " + second.length + " clips",
          "the same clips for both",
          "leave out the clips that only one of them has");
    }
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    Estimate mean = mean(differences);
    double[] drawn = draw(List.of(differences), differences.length)[0];
    double above = Arrays.stream(drawn).filter(d -> d > 0).count();
    return new PairedDifference(mean, Double.isNaN(mean.value()) ? Double.NaN : above / draws);
  }

  /** The mean of every column in every draw, [columns, draws]. */
  private double[][] draw(List<double[]> columns, int n) {
    double[][] means = new double[columns.size()][draws];
    List<Four> fours = new ArrayList<>();
    for (int k = 0; k < columns.size(); k += Four.WIDE) {
      fours.add(Four.of(columns, k, n));
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = new int[AT_ONCE * n];
    for (int draw = 0; draw < draws; draw += AT_ONCE) {
      int first = draw;
      int last = Math.min(first + AT_ONCE, draws);
      for (int i = 0; i < (last - first) * n; i++) {
        drawn[i] = random.nextInt(n);
      }
      fours.parallelStream().forEach(four -> four.putMeans(drawn, first, last, means));
    }
    return means;
  }

  /**
   * Four of the columns, the numbers of a clip side by side: a draw then reads one place for all of
   * them, and their sums stay in registers.
   *
   * @param first of the columns
   * @param rows [clips, 4]; 0 where there is no column left
   */
  private record Four(int first, double[] rows) {

    static final int WIDE = 4;

    static Four of(List<double[]> columns, int first, int n) {
      double[] rows = new double[WIDE * n];
      for (int k = 0; k < WIDE && first + k < columns.size(); k++) {
        double[] values = columns.get(first + k);
        for (int i = 0; i < n; i++) {
          rows[WIDE * i + k] = values[i];
        }
      }
      return new Four(first, rows);
    }

    /** The means over the clips {@code drawn} in some of the draws. */
    void putMeans(int[] drawn, int firstDraw, int lastDraw, double[][] means) {
      int n = rows.length / WIDE;
      for (int draw = firstDraw; draw < lastDraw; draw++) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int start = (draw - firstDraw) * n;
        for (int i = start; i < start + n; i++) {
          int row = WIDE * drawn[i];
          a += rows[row];
          b += rows[row + 1];
          c += rows[row + 2];
          d += rows[row + 3];
        }
        double[] sums = {a, b, c, d};
        for (int k = 0; k < WIDE && first + k < means.length; k++) {
          means[first + k][draw] = sums[k] / n;
        }
      }
    }
  }

  /** Linear interpolation between order statistics, position q (n - 1). */
  static double quantile(double[] sorted, double q) {
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
