package whence.figure;

import java.util.Arrays;
import whence.WhenceException;

/** Counts of values in bins of equal width. */
final class Histogram {
  private static final int MOST_BINS = 1000;

  private Histogram() {}

  /** Bins from the smallest to the largest finite value; equal values share one bin of width 1. */
  static Plot.Series of(String name, double[] values, int bins) {
    if (bins < 1 || bins > MOST_BINS) {
      throw new WhenceException(
          "Cannot count " + name + " in bins", bins + " bins", "1 to " + MOST_BINS, "use about 30");
    }
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double low = Arrays.stream(finite).min().orElse(0);
    double high = Arrays.stream(finite).max().orElse(1);
    double width = high > low ? (high - low) / bins : 1.0 / bins;
    double[] edges = new double[bins + 1];
    Arrays.setAll(edges, i -> low + i * width);
    double[] counts = new double[bins];
    for (double value : finite) {
      counts[(int) Math.min(bins - 1, (value - low) / width)]++;
    }
    return new Plot.Series(
        name, Plot.Kind.BINS, edges, finite.length == 0 ? nothing(bins) : counts);
  }

  private static double[] nothing(int bins) {
    double[] none = new double[bins];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
