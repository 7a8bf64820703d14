package whence.figure;

import java.util.Arrays;
import java.util.List;

/**
 * From values to points along one axis.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}
 * @param from place of the lower end, points
 * @param to place of the upper end, points
 * @param leastStep ticks are no closer: 1 where only whole numbers are, such as iterations
 * @param isEmpty whether there is no finite value
 */
record PlotScale(
    double low, double high, double from, double to, double leastStep, boolean isEmpty) {
  private static final double POINTS_A_TICK = 38;
  private static final double ROOM = 0.04;

  static PlotScale ofX(List<Plot.Series> series, double from, double to) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    series.forEach(s -> extend(ends, s.x()));
    boolean whole =
        series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).allMatch(x -> x == Math.rint(x));
    return of(ends, 0, from, to, whole && ends[1] - ends[0] >= 2 ? 1 : 0);
  }

  /** Histograms stand on 0; other values have a little room above and below. */
  static PlotScale ofY(List<Plot.Series> series, double from, double to) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    series.forEach(s -> extend(ends, s.y()));
    boolean bins = series.stream().anyMatch(s -> s.kind() == Plot.Kind.BINS);
    if (bins && ends[0] <= ends[1]) {
      ends[0] = Math.min(0, ends[0]);
    }
    PlotScale scale = of(ends, ROOM, from, to, 0);
    return bins && !scale.isEmpty() && ends[0] == 0
        ? new PlotScale(0, scale.high(), from, to, 0, false)
        : scale;
  }

  private static void extend(double[] ends, double[] values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        ends[0] = Math.min(ends[0], value);
        ends[1] = Math.max(ends[1], value);
      }
    }
  }

  private static PlotScale of(
      double[] ends, double room, double from, double to, double leastStep) {
    if (ends[0] > ends[1]) {
      return new PlotScale(0, 1, from, to, 0, true);
    }
    double span = ends[1] - ends[0];
    double around = span > 0 ? room * span : Math.max(0.5, Math.abs(ends[0]) * 0.1);
    return new PlotScale(ends[0] - around, ends[1] + around, from, to, leastStep, false);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  Ticks ticks() {
    return Ticks.of(low, high, (int) (Math.abs(to - from) / POINTS_A_TICK) + 1, leastStep);
  }
}
