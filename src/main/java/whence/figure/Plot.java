package whence.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.WhenceException;

/**
 * Curves, points and histograms over numbers, in the style of all figures.
 *
 * <ul>
 *   <li>A value that is NaN or infinite is left out, and the line with it.
 *   <li>A plot without any finite value shows its axes and the words "no data".
 *   <li>Series beyond the sixth repeat the colours with dashed lines.
 * </ul>
 *
 * @param title stands above
 * @param xTitle what runs to the right, unit included
 * @param yTitle what runs upward, unit included
 * @param series in drawing order
 */
public record Plot(String title, String xTitle, String yTitle, List<Series> series) {

  /** How values are drawn. */
  public enum Kind {
    /** Joined by straight lines. */
    LINE,
    /** A dot each. */
    POINTS,
    /** A bar from 0 each, over the interval from its x to the next. */
    BINS
  }

  /**
   * Values of one name.
   *
   * @param name in the legend, each once
   * @param kind how they are drawn
   * @param x as many as y; ascending where {@code kind} is BINS, and one more: the last edge
   * @param y the values
   */
  public record Series(String name, Kind kind, double[] x, double[] y) {
    /** Checks lengths. */
    public Series {
      if (x.length != y.length + (kind == Kind.BINS ? 1 : 0)) {
        throw new WhenceException(
            "Cannot plot " + name,
            x.length + " places for " + y.length + " values",
            kind == Kind.BINS ? "one edge more than values" : "as many places as values",
            "pass both for the same points");
      }
    }
  }

  /** Copies the list and refuses a name that stands twice. */
  public Plot {
    series = List.copyOf(series);
    if (series.stream().map(Series::name).distinct().count() != series.size()) {
      throw new WhenceException(
          "Cannot plot " + title,
          "series named " + series.stream().map(Series::name).toList(),
          "each name once",
          "give every series a name of its own");
    }
  }

  /** A plot without series. */
  public static Plot of(String title, String xTitle, String yTitle) {
    return new Plot(title, xTitle, yTitle, List.of());
  }

  /** The same with a curve through (x, y). */
  public Plot line(String name, double[] x, double[] y) {
    return with(new Series(name, Kind.LINE, x.clone(), y.clone()));
  }

  /** The same with a curve over 0, 1, 2... */
  public Plot line(String name, double... y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i);
    return line(name, x, y);
  }

  /** The same with a curve over 0, 1, 2... */
  public Plot line(String name, List<? extends Number> y) {
    return line(name, values(y));
  }

  /** The same with a curve through (x, y). */
  public Plot line(String name, List<? extends Number> x, List<? extends Number> y) {
    return line(name, values(x), values(y));
  }

  /** The same with a dot at each (x, y). */
  public Plot points(String name, double[] x, double[] y) {
    return with(new Series(name, Kind.POINTS, x.clone(), y.clone()));
  }

  /** The same with a dot at each (x, y). */
  public Plot points(String name, List<? extends Number> x, List<? extends Number> y) {
    return points(name, values(x), values(y));
  }

  /**
   * The same with the histogram of some values.
   *
   * @param values NaN and infinity are passed over
   * @param bins of equal width from the smallest to the largest value, 1 to 1,000
   */
  public Plot histogram(String name, double[] values, int bins) {
    return with(Histogram.of(name, values, bins));
  }

  /** The same for a list of values. */
  public Plot histogram(String name, List<? extends Number> values, int bins) {
    return histogram(name, values(values), bins);
  }

  /** As a figure one column wide, with its numbers. */
  public Figure figure() {
    return figure(FigureSize.oneColumn(60));
  }

  /** As a figure of a size. */
  public Figure figure(FigureSize size) {
    PlotPainter painter = new PlotPainter(this, size);
    return new Figure(size, painter::paint, PlotNumbers.table(this));
  }

  private static double[] values(List<? extends Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private Plot with(Series added) {
    List<Series> all = new ArrayList<>(series);
    all.add(added);
    return new Plot(title, xTitle, yTitle, all);
  }
}
