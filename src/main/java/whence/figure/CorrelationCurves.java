package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import whence.experiment.MetricRow;

/**
 * Mean correlation (cosine) of the sound with sounding and non-sounding cells over the iterations,
 * with intervals: one panel a test split, the model against the frozen-label control. It shows
 * whether training reduces the correlation of non-sounding regions with the sound.
 *
 * <ul>
 *   <li>A split without values has an empty panel that says "no data".
 *   <li>A run without the control shows the model alone.
 *   <li>No value of the model at all is refused.
 * </ul>
 */
public final class CorrelationCurves {
  private static final List<String> METRICS =
      List.of("sounding_correlation", "nonsounding_correlation");
  private static final FigureSize SIZE = FigureSize.twoColumns(68);
  private static final double LEGEND = 24;

  private CorrelationCurves() {}

  /**
   * Draws a run.
   *
   * @param rows of metrics.csv, in any order; other metrics and localizers are ignored
   * @return two columns wide; its numbers are the rows shown, as in metrics.csv
   */
  public static Figure of(List<MetricRow> rows) {
    List<MetricRow> shown = Metrics.pick(rows, METRICS, Metrics::isModelOrControl);
    Metrics.requireModel("correlation curves", shown, METRICS);
    AxisRange range = AxisRange.cosine(shown);
    List<CurvePanel> panels = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      String title = "Mean cosine, " + Metrics.words(split);
      panels.add(new CurvePanel(title, 1, range, curves(shown, split)));
    }
    return new Figure(SIZE, g -> paint(g, panels), Metrics.longForm("correlation curves", shown));
  }

  private static void paint(Graphics2D g, List<CurvePanel> panels) {
    double width = SIZE.widthPoints() / 2;
    double height = SIZE.heightPoints() - LEGEND;
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).paint(g, new Rectangle2D.Double(i * width, 0, width, height));
    }
    Legend.paint(g, panels.get(0).curves(), width, height, 2 * width);
  }

  private static List<Curve> curves(List<MetricRow> rows, String split) {
    List<Curve> curves = new ArrayList<>();
    for (String localizer : Metrics.shownLocalizers(rows)) {
      for (String metric : METRICS) {
        boolean sounding = metric.equals("sounding_correlation");
        curves.add(
            new Curve(
                Metrics.words(localizer) + (sounding ? ", sounding" : ", non-sounding"),
                Metrics.colour(localizer),
                sounding ? Curve.Stroke.SOLID : Curve.Stroke.DASHED,
                Metrics.rows(rows, localizer, split, metric)));
      }
    }
    return curves;
  }
}
