package whence.experiment;

import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * One number of a comparison: a metric of one localizer of one row on one split, after one of the
 * row's iterations, over all seeds.
 *
 * @param row name of the row
 * @param split {@code new-scenes} or {@code new-objects}
 * @param localizer who drew the maps, one of {@link MetricRow#LOCALIZERS}
 * @param metric what was measured
 * @param seeds number of seeds
 * @param estimate mean of the seeds' means, and its interval over seeds and clips; n counts the
 *     clips of all seeds
 */
public record ComparisonScore(
    String row, String split, String localizer, Metric metric, int seeds, Estimate estimate) {

  /** The same number as a row of {@code metrics.csv}. */
  MetricRow after(int iteration) {
    return new MetricRow(
        iteration,
        split,
        localizer,
        metric.label(),
        estimate.value(),
        estimate.low(),
        estimate.high(),
        estimate.n());
  }
}
