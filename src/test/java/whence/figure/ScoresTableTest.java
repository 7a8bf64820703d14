package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.evaluate.ClipScorer;
import whence.experiment.MetricRow;

class ScoresTableTest {
  private static final List<MetricRow> RUN = SyntheticRun.rows();
  private static final int LOCALIZERS = MetricRow.LOCALIZERS.size();

  @Test
  void showsTheLastIterationOfEveryLocalizerOnBothSplits() {
    Table table = ScoresTable.table(RUN);
    assertThat(table.rowCount()).isEqualTo(2 * LOCALIZERS);
    assertThat(table.stringColumn("localizer").asList().subList(0, LOCALIZERS))
        .isEqualTo(MetricRow.LOCALIZERS);
    assertThat(table.intColumn("iteration").asList()).containsOnly(5);
    assertThat(table.doubleColumn("success_adaptive").get(0)).isCloseTo(0.692, within(1e-12));
    assertThat(ScoresTable.of(RUN).csv())
        .startsWith(
            "split,localizer,iteration,success_adaptive,success_adaptive_low,"
                + "success_adaptive_high,success_adaptive_n,")
        .contains("\nnew-objects,saliency,5,");
  }

  @Test
  void markdownIsATableOfEqualRows() {
    List<String> lines = ScoresTable.markdown(RUN).lines().toList();
    assertThat(lines).hasSize(2 + 2 * LOCALIZERS);
    assertThat(lines.get(1)).isEqualTo("|---|---|---:|---:|---:|---:|---:|---:|");
    assertThat(lines.get(2))
        .startsWith("| new scenes (n = 500) | model | 69.2 [65.2, 73.2] | 54.4 [50.0, 58.8] |");
    assertThat(lines).allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(10));
  }

  @Test
  void textIsAligned() {
    List<String> lines = ScoresTable.text(RUN).lines().toList();
    assertThat(lines).hasSize(1 + 2 * LOCALIZERS + 1);
    assertThat(lines.get(1 + 2 * LOCALIZERS))
        .isEqualTo("Protocol " + ClipScorer.description() + ".");
    assertThat(lines.get(1)).contains("69.2 [65.2, 73.2]");
    int end = lines.get(1).indexOf(']');
    assertThat(lines.subList(1, 1 + 2 * LOCALIZERS))
        .allSatisfy(l -> assertThat(l.charAt(end)).isEqualTo(']'));
  }

  @Test
  void missingNumbersAreSaid() {
    double none = Double.NaN;
    List<MetricRow> few =
        List.of(
            new MetricRow(2, "new-scenes", "model", "pointing", 0.5, none, none, 3),
            new MetricRow(3, "new-scenes", "model", "pointing", 0.75, none, none, 4),
            new MetricRow(3, "new-scenes", "model", "wrong_object", none, none, none, 0));
    assertThat(ScoresTable.markdown(few))
        .endsWith("| new scenes (n = 4) | model | - | - | - | - | 75.0 | - |\n");
    assertThat(ScoresTable.of(few).csv()).contains("new-scenes,model,3,,,,0,");
    assertThat(Pixels.count(ScoresTable.of(few), Palette.INK)).isGreaterThan(1000);
  }

  @Test
  void refusesARunWithoutTheModel() {
    assertThatThrownBy(() -> ScoresTable.text(List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll(
            "Cannot draw the table of scores", "no rows", "expected:", "cure:");
  }

  @Test
  void figureIsAsWideAsThePageAndEqualEveryTime() {
    Figure figure = ScoresTable.of(RUN);
    assertThat(figure.image().getWidth()).isEqualTo(2055);
    assertThat(figure.png()).isEqualTo(ScoresTable.of(RUN).png());
  }

  @Test
  void noCellIsWiderThanItsColumn() {
    assertThat(ScoresTable.cell(0.888, 0.888, 0.888)).isEqualTo("88.8 [88.8, 88.8]");
    assertThat(ScoresTable.cell(0.888, 0.888, 1)).isEqualTo("88.8 [88.8, 100]");
    assertThat(ScoresTable.cell(1, 1, 1)).isEqualTo("100 [100, 100]");
    for (double names : new double[] {ScoresTable.NAMES, ComparisonTable.NAMES}) {
      double column = ScoresPainter.columnWidth(FigureSize.twoColumns(50).widthPoints(), names);
      for (double high : new double[] {0.888, 1}) {
        String cell = ScoresTable.cell(0.888, 0.888, high);
        assertThat(Typography.width(Typography.TEXT, cell)).isLessThan(column - 3);
      }
      assertThat(Typography.width(Typography.TEXT, ScoresTable.cell(1, 1, 1)))
          .isLessThan(column - 3);
    }
  }

  @Test
  void theFootNamesTheProtocolWithinTheFigure() {
    assertThat(ScoresTable.FOOT).endsWith(" Protocol whence.");
    assertThat(Typography.width(Typography.TEXT, ScoresTable.FOOT))
        .isLessThan(FigureSize.twoColumns(50).widthPoints() - 4);
  }
}
