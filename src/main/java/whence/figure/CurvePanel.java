package whence.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import whence.experiment.MetricRow;

/**
 * One panel of curves over iterations: lines, markers, and an upright bar from low to high at every
 * point that has an interval.
 *
 * <ul>
 *   <li>Curves are set apart by a few hundredths of an iteration, so that bars do not hide each
 *       other.
 *   <li>A point whose value is NaN is left out, and the line with it; a NaN interval has no bar.
 *   <li>One iteration gives markers and bars without lines.
 *   <li>No point at all gives axes and the words "no data".
 * </ul>
 *
 * @param title stands over the panel, unit included
 * @param scale what the vertical axis shows for 1: 100 for per cent
 * @param range of the vertical axis, in its unit
 * @param curves in drawing order
 */
record CurvePanel(String title, double scale, AxisRange range, List<Curve> curves) {
  /** XChart rounds to whole units: it draws this many times larger and is scaled down. */
  private static final double UNIT = 10;

  private static final double APART = 0.06;
  private static final double MARGIN = 0.35;
  private static final double BELOW = 20;
  private static final double ROOM = 0.035;
  private static final int MOST_LABELS = 12;

  /** Draws into {@code box}, in points. */
  void paint(Graphics2D g, Rectangle2D box) {
    // Restored by hand: vector graphics lose what is drawn after a disposed child.
    AffineTransform before = g.getTransform();
    Shape clip = g.getClip();
    g.translate(box.getX(), box.getY());
    g.scale(1 / UNIT, 1 / UNIT);
    int width = (int) Math.round(box.getWidth() * UNIT);
    int height = (int) Math.round((box.getHeight() - BELOW) * UNIT);
    XYChart chart = new XYChart(width, height);
    chart.setTitle(title);
    style(chart.getStyler());
    addCurves(chart);
    chart.paint(g, width, height);
    labelIterations(g, chart);
    g.setTransform(before);
    g.setClip(clip);
    if (isEmpty()) {
      g.setFont(Typography.TEXT);
      g.setColor(Palette.GREY.colour());
      Typography.centred(g, "no data", box.getCenterX(), box.getCenterY());
    }
  }

  /** XChart picks ticks for any number; iterations are whole, so their labels are set here. */
  private void labelIterations(Graphics2D g, XYChart chart) {
    g.setFont(Typography.TEXT.deriveFont((float) (Typography.TEXT.getSize() * UNIT)));
    g.setColor(Palette.INK.colour());
    double baseline = chart.getScreenYFromChart(bottom()) + Typography.LINE * UNIT;
    double middle = chart.getScreenXFromChart(lastIteration() / 2.0);
    Typography.centred(g, "iteration", middle, baseline + Typography.LINE * UNIT);
    int last = lastIteration();
    int step = (last + MOST_LABELS) / MOST_LABELS;
    for (int t = 0; t <= last; t += step) {
      Typography.centred(g, Integer.toString(t), chart.getScreenXFromChart(t), baseline);
    }
  }

  /** Lower end of the drawn range: some room, so that markers at the end are whole. */
  private double bottom() {
    return range.low() - ROOM * range.span();
  }

  /** Whether no curve has a value. */
  boolean isEmpty() {
    return curves.stream()
        .flatMap(curve -> curve.rows().stream())
        .allMatch(row -> Double.isNaN(row.value()));
  }

  private int lastIteration() {
    int last = 0;
    for (Curve curve : curves) {
      for (MetricRow row : curve.rows()) {
        last = Math.max(last, row.iteration());
      }
    }
    return last;
  }

  private void addCurves(XYChart chart) {
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      double shift = APART * (i - (curves.size() - 1) / 2.0);
      if (!curve.rows().isEmpty()) {
        addIntervals(chart, curve, shift);
        addLine(chart, curve, shift);
      }
    }
    if (chart.getSeriesCollection().isEmpty()) {
      // XChart cannot draw axes without a series.
      addSeries(chart, "none", new double[] {0}, new double[] {Double.NaN});
    }
  }

  private void addLine(XYChart chart, Curve curve, double shift) {
    double[] x = curve.rows().stream().mapToDouble(row -> row.iteration() + shift).toArray();
    double[] y = curve.rows().stream().mapToDouble(row -> scale * row.value()).toArray();
    XYSeries series = addSeries(chart, curve.label(), x, y);
    series.setLineStyle(curve.stroke().line(1.1, UNIT)).setLineColor(curve.colour().colour());
    series.setMarker(new Dot(curve.stroke())).setMarkerColor(curve.colour().colour());
  }

  /** One series of separate upright lines: a NaN after each pair lifts the pen. */
  private void addIntervals(XYChart chart, Curve curve, double shift) {
    int n = curve.rows().size();
    double[] x = new double[3 * n];
    double[] y = new double[3 * n];
    for (int i = 0; i < n; i++) {
      MetricRow row = curve.rows().get(i);
      x[3 * i] = row.iteration() + shift;
      x[3 * i + 1] = x[3 * i];
      x[3 * i + 2] = x[3 * i];
      y[3 * i] = scale * row.low();
      y[3 * i + 1] = scale * row.high();
      y[3 * i + 2] = Double.NaN;
    }
    XYSeries series = addSeries(chart, curve.label() + " interval", x, y);
    series.setLineStyle(new BasicStroke((float) (1.6 * UNIT), BasicStroke.CAP_BUTT, 0));
    series.setLineColor(curve.colour().at(0.45));
  }

  private static XYSeries addSeries(XYChart chart, String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(new NoMarker());
    return series;
  }

  private void style(XYStyler style) {
    Font text = Typography.TEXT.deriveFont((float) (7 * UNIT));
    style.setChartTitleFont(Typography.TITLE.deriveFont((float) (8 * UNIT)));
    style.setChartTitleBoxVisible(false).setChartTitlePadding((int) (2 * UNIT));
    style.setChartBackgroundColor(Palette.PAPER.colour());
    style.setPlotBackgroundColor(Palette.PAPER.colour()).setPlotBorderVisible(false);
    style.setChartFontColor(Palette.INK.colour()).setLegendVisible(false).setChartPadding(20);
    style.setMarkerSize((int) (3.6 * UNIT)).setLocale(Locale.ROOT).setPlotContentSize(1);
    style.setAxisTitleFont(text).setAxisTickLabelsFont(text).setPlotMargin(0);
    style.setAxisTicksMarksVisible(false).setAxisTicksLineVisible(false);
    style.setAxisTickPadding((int) (3 * UNIT)).setAxisTitlePadding((int) (2 * UNIT));
    style.setPlotGridVerticalLinesVisible(false).setPlotGridLinesColor(Palette.FAINT.colour());
    style.setPlotGridLinesStroke(new BasicStroke((float) (0.5 * UNIT)));
    style.setXAxisMin(-MARGIN).setXAxisMax(lastIteration() + MARGIN);
    style.setYAxisMin(bottom());
    style.setYAxisMax(range.high() + ROOM * range.span());
    style.setYAxisTickMarkSpacingHint((int) (22 * UNIT));
    style.setXAxisTicksVisible(false).setXAxisTitleVisible(false);
  }
}
