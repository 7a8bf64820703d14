package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import whence.experiment.MetricRow;

/**
 * Scores over the iterations, with intervals: both test splits, the model against the control whose
 * labels stay those of iteration 1. Four panels, in per cent: size-adaptive success, success at the
 * fixed threshold, pointing, and peaks on the wrong object.
 *
 * <ul>
 *   <li>A metric without values has an empty panel that says "no data".
 *   <li>A run without the control shows the model alone.
 *   <li>No value of the model at all is refused.
 * </ul>
 */
public final class EvaluationCurves {
  private static final List<String> METRICS =
      List.of("success_adaptive", "success_fixed", "pointing", "wrong_object");
  private static final List<String> TITLES =
      List.of(
          "Success at 0.5, size-adaptive",
          "Success at 0.5, fixed threshold",
          "Pointing at the sounding object",
          "Pointing at a silent object");
  private static final FigureSize SIZE = FigureSize.twoColumns(118);
  private static final double LEGEND = 24;
  private static final double PER_CENT = 100;

  private EvaluationCurves() {}

  /**
   * Draws a run.
   *
   * @param rows of metrics.csv, in any order; other metrics and localizers are ignored
   * @return two columns wide; its numbers are the rows shown, as in metrics.csv
   */
  public static Figure of(List<MetricRow> rows) {
    List<MetricRow> shown = Metrics.pick(rows, METRICS, Metrics::isModelOrControl);
    Metrics.requireModel("evaluation curves", shown, METRICS);
    List<CurvePanel> panels = new ArrayList<>();
    for (int i = 0; i < METRICS.size(); i++) {
      String metric = METRICS.get(i);
      AxisRange range = AxisRange.perCent(Metrics.pick(shown, List.of(metric), row -> true));
      String title = TITLES.get(i) + " (per cent)";
      panels.add(new CurvePanel(title, PER_CENT, range, curves(shown, metric)));
    }
    return new Figure(SIZE, g -> paint(g, panels), Metrics.longForm("evaluation curves", shown));
  }

  private static void paint(Graphics2D g, List<CurvePanel> panels) {
    double width = SIZE.widthPoints() / 2;
    double height = (SIZE.heightPoints() - LEGEND) / 2;
    for (int i = 0; i < panels.size(); i++) {
      double y = i / 2 * height;
      panels.get(i).paint(g, new Rectangle2D.Double(i % 2 * width, y, width, height));
    }
    List<Curve> entries = panels.get(0).curves();
    Legend.paint(g, entries, width, 2 * height, 2 * width);
  }

  private static List<Curve> curves(List<MetricRow> rows, String metric) {
    List<Curve> curves = new ArrayList<>();
    for (String localizer : Metrics.shownLocalizers(rows)) {
      for (String split : MetricRow.SPLITS) {
        curves.add(
            new Curve(
                Metrics.words(localizer) + ", " + Metrics.words(split),
                Metrics.colour(localizer),
                split.equals(MetricRow.SPLITS.get(0)) ? Curve.Stroke.SOLID : Curve.Stroke.DASHED,
                Metrics.rows(rows, localizer, split, metric)));
      }
    }
    return curves;
  }
}
