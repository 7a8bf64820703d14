package whence.figure;

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
  private static final List<String> FEW = List.of("success_adaptive", "pointing");
  private static final double PER_CENT = 100;

  private EvaluationCurves() {}

  /**
   * Draws a run, two columns wide.
   *
   * @param rows of metrics.csv, in any order; other metrics and localizers are ignored
   */
  public static Figure of(List<MetricRow> rows) {
    return of(rows, LatexTable.Columns.TWO);
  }

  /**
   * Draws a run.
   *
   * @param rows of metrics.csv, in any order; other metrics and localizers are ignored
   * @param columns width; one column has room for size-adaptive success and pointing
   * @return its numbers are the rows shown, as in metrics.csv
   */
  public static Figure of(List<MetricRow> rows, LatexTable.Columns columns) {
    boolean two = columns == LatexTable.Columns.TWO;
    List<String> metrics = two ? METRICS : FEW;
    FigureSize size = two ? FigureSize.twoColumns(118) : FigureSize.oneColumn(112);
    List<MetricRow> shown = Metrics.pick(rows, metrics, Metrics::isModelOrControl);
    Metrics.requireModel("evaluation curves", shown, metrics);
    List<CurvePanel> panels = new ArrayList<>();
    for (String metric : metrics) {
      AxisRange range = AxisRange.perCent(Metrics.pick(shown, List.of(metric), row -> true));
      String title = TITLES.get(METRICS.indexOf(metric)) + " (per cent)";
      panels.add(new CurvePanel(title, PER_CENT, range, curves(shown, metric)));
    }
    CurvePage page = new CurvePage(size, two ? 2 : 1, panels);
    return new Figure(size, page::paint, Metrics.longForm("evaluation curves", shown));
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
