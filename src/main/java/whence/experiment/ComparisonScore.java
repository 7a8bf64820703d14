package whence.experiment;

import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * One number of a comparison: a metric of one localizer of one row on one split, after the row's
 * last iteration, over all seeds.
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
    String row, String split, String localizer, Metric metric, int seeds, Estimate estimate) {}
