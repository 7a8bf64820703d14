package whence.figure;

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

  private CorrelationCurves() {}

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
   * @param columns width; in one column the splits stand one above the other
   * @return its numbers are the rows shown, as in metrics.csv
   */
  public static Figure of(List<MetricRow> rows, LatexTable.Columns columns) {
    boolean two = columns == LatexTable.Columns.TWO;
    FigureSize size = two ? FigureSize.twoColumns(68) : FigureSize.oneColumn(112);
    List<MetricRow> shown = Metrics.pick(rows, METRICS, Metrics::isModelOrControl);
    Metrics.requireModel("correlation curves", shown, METRICS);
    AxisRange range = AxisRange.cosine(shown);
    List<CurvePanel> panels = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      String title = "Mean cosine, " + Metrics.words(split);
      panels.add(new CurvePanel(title, 1, range, curves(shown, split)));
    }
    CurvePage page = new CurvePage(size, two ? 2 : 1, panels);
    return new Figure(size, page::paint, Metrics.longForm("correlation curves", shown));
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
