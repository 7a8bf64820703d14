package whence.experiment;

import java.util.List;
import whence.WhenceException;

/**
 * One number of a run: a metric of one localizer on one split after one iteration, with its
 * interval.
 *
 * <p>Fractions are in [0, 1], never per cent; correlations are mean cosines in [-1, 1]. The names
 * are those of {@code metrics.csv} and of nothing else: {@link #SPLITS}, {@link #LOCALIZERS},
 * {@link #METRICS}.
 *
 * <ul>
 *   <li>A metric without any clip to judge (n = 0) has value NaN.
 *   <li>A value without interval has low and high NaN, both.
 *   <li>A percentile interval need not contain the value, so this is not asked for.
 * </ul>
 *
 * @param iteration t, 0 = plain contrastive; at least 0
 * @param split {@code new-scenes} or {@code new-objects}
 * @param localizer who drew the heat maps, one of {@link #LOCALIZERS}
 * @param metric what was measured, one of {@link #METRICS}
 * @param value fraction or cosine
 * @param low lower end of the interval, same unit; NaN for none
 * @param high upper end of the interval, same unit; NaN for none
 * @param n number of clips the value is a mean of; at least 0
 */
public record MetricRow(
    int iteration,
    String split,
    String localizer,
    String metric,
    double value,
    double low,
    double high,
    int n) {

  /** The test splits, in the order of tables and legends. */
  public static final List<String> SPLITS = List.of("new-scenes", "new-objects");

  /** Everything that draws heat maps: the model, its controls, and the trivial ones. */
  public static final List<String> LOCALIZERS =
      List.of(
          "model",
          "frozen-labels",
          "object-guided",
          "swapped-sound",
          "whole-image",
          "centre-disc",
          "random",
          "saliency");

  /** Everything measured, fractions first, then the two correlations. */
  public static final List<String> METRICS =
      List.of(
          "success_fixed",
          "success_adaptive",
          "mean_ciou",
          "auc",
          "pointing",
          "wrong_object",
          "nonsounding_correlation",
          "sounding_correlation");

  /** A cosine of single-precision unit vectors may pass 1 by rounding. */
  private static final double ROUNDING = 1e-5;

  /** Checks names and ranges. */
  public MetricRow {
    requireName("split", split, SPLITS);
    requireName("localizer", localizer, LOCALIZERS);
    requireName("metric", metric, METRICS);
    requireCount("iteration", iteration);
    requireCount("n", n);
    double least = isCorrelation(metric) ? -1 : 0;
    requireRange(metric + " value", value, least);
    requireRange(metric + " low", low, least);
    requireRange(metric + " high", high, least);
    requireInterval(metric, low, high);
  }

  /** The same scores under another localizer's name. */
  public MetricRow withLocalizer(String other) {
    return new MetricRow(iteration, split, other, metric, value, low, high, n);
  }

  /** Whether low and high are numbers. */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /** Whether {@code metric} is a mean cosine in [-1, 1] and not a fraction in [0, 1]. */
  public static boolean isCorrelation(String metric) {
    return metric.endsWith("_correlation");
  }

  private static void requireName(String part, String got, List<String> names) {
    if (!names.contains(got)) {
      throw new WhenceException(
          "Cannot take the " + part + " of a metric row",
          "'" + got + "'",
          "one of " + String.join(", ", names),
          "use the names of metrics.csv, in lower case");
    }
  }

  private static void requireCount(String part, int got) {
    if (got < 0) {
      throw new WhenceException(
          "Cannot take the " + part + " of a metric row",
          Integer.toString(got),
          "0 or more",
          "iterations and clips are counted from 0");
    }
  }

  private static void requireRange(String part, double got, double least) {
    if (got < least - ROUNDING || got > 1 + ROUNDING) {
      throw new WhenceException(
          "Cannot take the " + part + " of a metric row",
          Double.toString(got),
          "a number in [" + (int) least + ", 1], or NaN for none",
          "pass fractions, not per cent, and cosines undivided by the temperature");
    }
  }

  private static void requireInterval(String metric, double low, double high) {
    if (Double.isNaN(low) != Double.isNaN(high) || low > high) {
      throw new WhenceException(
          "Cannot take the interval of " + metric,
          "low " + low + ", high " + high,
          "low at most high, or both NaN for no interval",
          "check the order of low and high");
    }
  }
}
