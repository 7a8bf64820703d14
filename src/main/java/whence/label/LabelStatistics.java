package whence.label;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.heatmap.Mask;

/**
 * What can be said about a set of pseudo-labels. Truth is used here only to look at labels, never
 * to draw them.
 *
 * @param positiveShare mean share of cells taken as sounding, in (0, 1]
 * @param negativeShare mean share of cells taken as non-sounding, in [0, 1)
 * @param meanRelated mean number of clips related to a clip, itself left out
 * @param negativeCorrelation mean cosine on the cells taken as non-sounding
 * @param positivePrecision share of positive cells whose centre lies on the sounding object; empty
 *     without truth
 * @param relationPrecision share of relations between clips of one class; empty without truth or
 *     without any relation
 */
public record LabelStatistics(
    double positiveShare,
    double negativeShare,
    double meanRelated,
    double negativeCorrelation,
    OptionalDouble positivePrecision,
    OptionalDouble relationPrecision) {

  /**
   * What is known about the labelled clips.
   *
   * @param classes class of each clip's sound
   * @param sounding [h, w] cells whose centre lies on each clip's sounding object
   */
  public record Truth(List<String> classes, List<Mask> sounding) {}

  /**
   * Computes all statistics.
   *
   * @param labels not empty
   * @param truth in the order of the labels, or null where nothing is known
   */
  public static LabelStatistics of(PseudoLabels labels, @Nullable Truth truth) {
    return new LabelStatistics(
        mean(labels.size(), i -> share(labels.positive().get(i))),
        mean(labels.size(), i -> share(labels.negative().get(i))),
        mean(labels.size(), i -> labels.related().get(i).length),
        negativeCorrelation(labels),
        truth == null ? OptionalDouble.empty() : positivePrecision(labels, truth.sounding()),
        truth == null ? OptionalDouble.empty() : relationPrecision(labels, truth.classes()));
  }

  private static double negativeCorrelation(PseudoLabels labels) {
    double sum = 0;
    long cells = 0;
    for (int i = 0; i < labels.size(); i++) {
      boolean[] negative = labels.negative().get(i).cells();
      float[] map = labels.maps().get(i).values();
      for (int u = 0; u < map.length; u++) {
        sum += negative[u] ? map[u] : 0;
        cells += negative[u] ? 1 : 0;
      }
    }
    return sum / Math.max(1, cells);
  }

  private static OptionalDouble positivePrecision(PseudoLabels labels, List<Mask> sounding) {
    long hits = 0;
    long cells = 0;
    for (int i = 0; i < labels.size(); i++) {
      boolean[] positive = labels.positive().get(i).cells();
      boolean[] truth = sounding.get(i).cells();
      for (int u = 0; u < positive.length; u++) {
        cells += positive[u] ? 1 : 0;
        hits += positive[u] && truth[u] ? 1 : 0;
      }
    }
    return ratio(hits, cells);
  }

  private static OptionalDouble relationPrecision(PseudoLabels labels, List<String> classes) {
    long hits = 0;
    long relations = 0;
    for (int i = 0; i < labels.size(); i++) {
      for (int j : labels.related().get(i)) {
        relations++;
        hits += classes.get(i).equals(classes.get(j)) ? 1 : 0;
      }
    }
    return ratio(hits, relations);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
  }

  private static double share(Mask mask) {
    return mask.count() / (double) mask.cells().length;
  }

  private static double mean(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).average().orElse(Double.NaN);
  }
}
