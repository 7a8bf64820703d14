package whence.figure;

import java.util.ArrayList;
import java.util.List;
import whence.experiment.MetricRow;

/** Made-up but plausible numbers of a run of iterations 0 to 5; no result of anything. */
final class SyntheticRun {
  private static final double[] ADAPTIVE = {5.4, 23.4, 42.6, 56.0, 67.8, 69.2};
  private static final double[] FIXED = {0.8, 16.0, 27.6, 41.4, 52.0, 54.4};
  private static final double[] POINTING = {95.0, 96.2, 96.8, 97.4, 98.0, 97.8};
  private static final double[] WRONG = {1.0, 0.4, 0.2, 0.2, 0.4, 0.2};
  private static final double[] NON_SOUNDING = {12, 4, -2, -6, -9, -11};
  private static final double[] SOUNDING = {38, 44, 49, 51, 53, 54};

  private SyntheticRun() {}

  static List<MetricRow> rows() {
    List<MetricRow> rows = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      double far = split.equals("new-scenes") ? 1 : 0.4;
      for (int t = 0; t < ADAPTIVE.length; t++) {
        for (String localizer : List.of("model", "frozen-labels")) {
          int back = localizer.equals("model") ? t : Math.min(t, 2);
          add(rows, t, split, localizer, "success_adaptive", far * ADAPTIVE[back] / 100);
          add(rows, t, split, localizer, "success_fixed", far * FIXED[back] / 100);
          add(rows, t, split, localizer, "mean_ciou", far * (10 + 8 * back) / 100);
          add(rows, t, split, localizer, "auc", far * (11 + 8 * back) / 100);
          add(
              rows,
              t,
              split,
              localizer,
              "pointing",
              (far + 0.6 * (1 - far)) * POINTING[back] / 100);
          add(rows, t, split, localizer, "wrong_object", wrong(far, back));
          add(rows, t, split, localizer, "nonsounding_correlation", NON_SOUNDING[back] / 100);
          add(rows, t, split, localizer, "sounding_correlation", far * SOUNDING[back] / 100);
        }
      }
      addTrivial(rows, split);
    }
    return rows;
  }

  private static double wrong(double far, int back) {
    return (far == 1 ? WRONG[back] : 29 - 2.2 * back) / 100;
  }

  private static void addTrivial(List<MetricRow> rows, String split) {
    double[] scores = {0.031, 0.062, 0.118, 0.127, 0.214, 0.104};
    List<String> trivial =
        List.of(
            "object-guided", "swapped-sound", "whole-image", "centre-disc", "random", "saliency");
    for (int i = 0; i < trivial.size(); i++) {
      for (int m = 0; m < scores.length; m++) {
        add(rows, 5, split, trivial.get(i), MetricRow.METRICS.get(m), scores[m] * (1 + 0.2 * i));
      }
    }
  }

  private static void add(
      List<MetricRow> rows, int t, String split, String localizer, String metric, double value) {
    double half = 1.96 * Math.sqrt(Math.abs(value) * (1 - Math.abs(value)) / 500);
    double least = MetricRow.isCorrelation(metric) ? -1 : 0;
    rows.add(
        new MetricRow(
            t,
            split,
            localizer,
            metric,
            value,
            Math.max(least, value - half),
            Math.min(1, value + half),
            500));
  }
}
