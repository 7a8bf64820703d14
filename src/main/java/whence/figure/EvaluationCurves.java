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
 *   <li>A run without the control shows the model alone, and the legend says so.
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
    List<MetricRow> shown =
        Metrics.pick(
            rows,
            METRICS,
            row -> Metrics.isModel(row) || row.localizer().equals(Metrics.FROZEN));
    Metrics.requireModel("evaluation curves", shown, METRICS);
    List<CurvePanel> panels = new ArrayList<>();
    for (int i = 0; i < METRICS.size(); i++) {
      panels.add(
          new CurvePanel(TITLES.get(i), "per cent", PER_CENT, 0, curves(shown, METRICS.get(i))));
    }
    return new Figure(
        SIZE, g -> paint(g, panels), Metrics.longForm("evaluation curves", shown));
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
    boolean control = rows.stream().anyMatch(row -> !Metrics.isModel(row));
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(rows, metric, Metrics.MODEL, 0));
    curves.add(curve(rows, metric, Metrics.MODEL, 1));
    if (control) {
      curves.add(curve(rows, metric, Metrics.FROZEN, 0));
      curves.add(curve(rows, metric, Metrics.FROZEN, 1));
    }
    return curves;
  }

  private static Curve curve(List<MetricRow> rows, String metric, String localizer, int split) {
    String splitName = MetricRow.SPLITS.get(split);
    List<MetricRow> own =
        Metrics.pick(
            rows,
            List.of(metric),
            row -> row.localizer().equals(localizer) && row.split().equals(splitName));
    return new Curve(
        Metrics.words(localizer) + ", " + Metrics.words(splitName),
        localizer.equals(Metrics.MODEL) ? Palette.BLUE : Palette.VERMILLION,
        split == 0 ? Curve.Stroke.SOLID : Curve.Stroke.DASHED,
        own);
  }
}
