package whence.figure;

import java.util.List;
import whence.experiment.MetricRow;

/**
 * Where a vertical axis begins and ends, in its unit.
 *
 * @param low lower end
 * @param high upper end, above low
 */
record AxisRange(double low, double high) {
  private static final double[] PER_CENT_ENDS = {5, 10, 20, 30, 40, 50, 60, 80, 100};

  double span() {
    return high - low;
  }

  /** From 0 to the next round number above all fractions and intervals, in per cent. */
  static AxisRange perCent(List<MetricRow> rows) {
    double most = 100 * most(rows);
    for (double end : PER_CENT_ENDS) {
      if (most <= end) {
        return new AxisRange(0, end);
      }
    }
    return new AxisRange(0, 100);
  }

  /** From the tenth below all cosines and intervals to the tenth above; holds 0 and 0.1. */
  static AxisRange cosine(List<MetricRow> rows) {
    double low = Math.floor(10 * least(rows) + 1e-9) / 10;
    double high = Math.ceil(10 * most(rows) - 1e-9) / 10;
    return new AxisRange(low, Math.max(high, 0.1));
  }

  private static double most(List<MetricRow> rows) {
    double most = 0;
    for (MetricRow row : rows) {
      most = row.value() > most ? row.value() : most;
      most = row.high() > most ? row.high() : most; // false for NaN
    }
    return most;
  }

  private static double least(List<MetricRow> rows) {
    double least = 0;
    for (MetricRow row : rows) {
      least = row.value() < least ? row.value() : least;
      least = row.low() < least ? row.low() : least; // false for NaN
    }
    return least;
  }
}
