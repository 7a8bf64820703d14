package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.experiment.MetricRow;

/** Both figures of curves. */
class EvaluationCurvesTest {
  private static final List<MetricRow> RUN = SyntheticRun.rows();

  private static void refuses(List<MetricRow> rows, String got) {
    assertThatThrownBy(() -> EvaluationCurves.of(rows))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("Cannot draw the evaluation curves", got, "expected:", "cure:");
    assertThatThrownBy(() -> CorrelationCurves.of(rows))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("Cannot draw the correlation curves", got, "expected:", "cure:");
  }

  private static List<MetricRow> without(String localizer) {
    return RUN.stream().filter(row -> !row.localizer().equals(localizer)).toList();
  }

  @Test
  void areAsWideAsThePageAndEqualEveryTime() {
    for (Figure figure : List.of(EvaluationCurves.of(RUN), CorrelationCurves.of(RUN))) {
      assertThat(figure.image().getWidth()).isEqualTo(2055);
      assertThat(figure.png()).isEqualTo(figure.png());
      assertThat(figure.svg()).isEqualTo(figure.svg());
    }
  }

  @Test
  void oneColumnHasRoomForLess() {
    Figure scores = EvaluationCurves.of(RUN, LatexTable.Columns.ONE);
    Figure correlation = CorrelationCurves.of(RUN, LatexTable.Columns.ONE);
    for (Figure figure : List.of(scores, correlation)) {
      assertThat(figure.size().widthMillis()).isEqualTo(FigureSize.ONE_COLUMN_MILLIS);
      assertThat(Pixels.count(figure, Palette.BLUE)).isGreaterThan(1000);
    }
    assertThat(scores.csv()).contains(",pointing,").doesNotContain("success_fixed");
    assertThat(correlation.csv()).isEqualTo(CorrelationCurves.of(RUN).csv());
  }

  @Test
  void drawBothLocalizersInTheirColours() {
    Figure figure = EvaluationCurves.of(RUN);
    assertThat(Pixels.count(figure, Palette.BLUE)).isGreaterThan(2000);
    assertThat(Pixels.count(figure, Palette.VERMILLION)).isGreaterThan(2000);
  }

  @Test
  void numbersAreTheRowsShownInLongForm() {
    String csv = EvaluationCurves.of(RUN).csv();
    assertThat(csv).startsWith("iteration,split,localizer,metric,value,low,high,n\n");
    assertThat(csv.lines()).hasSize(1 + 6 * 2 * 2 * 4);
    assertThat(csv).contains("5,new-scenes,model,pointing,0.978,").doesNotContain("saliency");
    assertThat(CorrelationCurves.of(RUN).csv().lines()).hasSize(1 + 6 * 2 * 2 * 2);
  }

  @Test
  void aRunWithoutTheControlShowsTheModelAlone() {
    Figure figure = EvaluationCurves.of(without("frozen-labels"));
    assertThat(Pixels.count(figure, Palette.VERMILLION)).isZero();
    assertThat(Pixels.count(figure, Palette.BLUE)).isGreaterThan(2000);
    assertThat(Pixels.count(CorrelationCurves.of(without("frozen-labels")), Palette.VERMILLION))
        .isZero();
  }

  @Test
  void nothingOfTheModelIsRefused() {
    refuses(List.of(), "no rows of its metrics");
    refuses(without("model"), "no value of the localizer 'model'");
  }

  @Test
  void oneIterationAndMissingNumbersAreDrawn() {
    List<MetricRow> few = new ArrayList<>();
    double none = Double.NaN;
    few.add(new MetricRow(0, "new-scenes", "model", "pointing", 0.5, none, none, 3));
    few.add(new MetricRow(0, "new-scenes", "model", "wrong_object", none, none, none, 0));
    few.add(new MetricRow(0, "new-scenes", "model", "sounding_correlation", 0.2, 0.1, 0.3, 3));
    assertThat(Pixels.count(EvaluationCurves.of(few), Palette.BLUE)).isGreaterThan(100);
    assertThat(Pixels.count(CorrelationCurves.of(few), Palette.BLUE)).isGreaterThan(100);
    assertThat(EvaluationCurves.of(few).csv()).contains("wrong_object,,,,0\n");
  }

  @Test
  void axesEndAtRoundNumbersBeyondAllIntervals() {
    double none = Double.NaN;
    MetricRow plain = new MetricRow(0, "new-scenes", "model", "auc", 0.31, none, none, 9);
    MetricRow wide = new MetricRow(0, "new-scenes", "model", "auc", 0.31, 0.2, 0.42, 9);
    assertThat(AxisRange.perCent(List.of())).isEqualTo(new AxisRange(0, 5));
    assertThat(AxisRange.perCent(List.of(plain))).isEqualTo(new AxisRange(0, 40));
    assertThat(AxisRange.perCent(List.of(plain, wide))).isEqualTo(new AxisRange(0, 50));
    MetricRow low =
        new MetricRow(0, "new-scenes", "model", "sounding_correlation", -0.11, -0.22, 0.05, 9);
    assertThat(AxisRange.cosine(List.of(low))).isEqualTo(new AxisRange(-0.3, 0.1));
    assertThat(AxisRange.cosine(List.of())).isEqualTo(new AxisRange(0, 0.1));
  }
}
