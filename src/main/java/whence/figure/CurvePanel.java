package whence.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import whence.experiment.MetricRow;

/**
 * One panel of curves over iterations: lines, markers, and an upright bar from low to high at every
 * point that has an interval.
 *
 * <ul>
 *   <li>Curves are set apart by a few hundredths of an iteration, so that bars do not hide each other.
 *   <li>A point whose value is NaN is left out, and the line with it; a NaN interval has no bar.
 *   <li>One iteration gives markers and bars without lines.
 *   <li>No point at all gives axes and the words "no data".
 * </ul>
 *
 * @param title stands over the panel
 * @param unit title of the vertical axis
 * @param scale what the vertical axis shows for 1: 100 for per cent
 * @param low lower end of the vertical axis, in the axis' unit
 * @param curves in drawing order
 */
record CurvePanel(String title, String unit, double scale, double low, List<Curve> curves) {
  /** XChart rounds to whole units: it draws this many times larger and is scaled down. */
  private static final double UNIT = 10;

  private static final double APART = 0.06;
  private static final double MARGIN = 0.35;
  private static final double[] STEPS = {5, 10, 20, 30, 40, 50, 60, 80, 100};

  /** Draws into {@code box}, in points. */
  void paint(Graphics2D g, Rectangle2D box) {
    Graphics2D inner = (Graphics2D) g.create();
    inner.translate(box.getX(), box.getY());
    inner.scale(1 / UNIT, 1 / UNIT);
    int width = (int) Math.round(box.getWidth() * UNIT);
    int height = (int) Math.round(box.getHeight() * UNIT);
    XYChart chart = new XYChart(width, height);
    chart.setTitle(title);
    chart.setXAxisTitle("iteration");
    chart.setYAxisTitle(unit);
    style(chart.getStyler());
    addCurves(chart);
    chart.paint(inner, width, height);
    inner.dispose();
    if (isEmpty()) {
      g.setFont(Typography.TEXT);
      g.setColor(Palette.GREY.colour());
      Typography.centred(g, "no data", box.getCenterX(), box.getCenterY());
    }
  }

  /** Whether no curve has a value. */
  boolean isEmpty() {
    return curves.stream()
        .flatMap(curve -> curve.rows().stream())
        .allMatch(row -> Double.isNaN(row.value()));
  }

  /** Upper end of the vertical axis: the next round number above all values and intervals. */
  double high() {
    double most = 0;
    for (Curve curve : curves) {
      for (MetricRow row : curve.rows()) {
        double value = Double.isNaN(row.value()) ? 0 : row.value();
        most = Math.max(most, scale * (row.hasInterval() ? Math.max(row.high(), value) : value));
      }
    }
    double unitStep = scale / 100;
    for (double step : STEPS) {
      if (most <= step * unitStep * (1 + 1e-9)) {
        return step * unitStep;
      }
    }
    return STEPS[STEPS.length - 1] * unitStep;
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
    style.setYAxisMin(low).setYAxisMax(high());
    style.setYAxisTickMarkSpacingHint((int) (22 * UNIT));
    style.setXAxisTickMarkSpacingHint((int) (14 * UNIT));
    style.setXAxisTickLabelsFormattingFunction(CurvePanel::wholeNumber);
  }

  private static String wholeNumber(double tick) {
    return Math.abs(tick - Math.rint(tick)) < 1e-9 ? Long.toString(Math.round(tick)) : " ";
  }
}
