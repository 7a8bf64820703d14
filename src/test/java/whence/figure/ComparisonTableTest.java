package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;
import whence.data.scene.Cast;
import whence.data.scene.SceneSettings;
import whence.evaluate.ClipScorer;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.experiment.Comparison;
import whence.experiment.ComparisonResult;
import whence.experiment.ComparisonRow;
import whence.experiment.ComparisonScore;
import whence.experiment.Comparisons;
import whence.experiment.ExperimentSettings;
import whence.experiment.MetricRow;

class ComparisonTableTest {
  private static final ExperimentSettings SETTINGS =
      ExperimentSettings.quick().withScenes(ExperimentSettings.full().scenes());
  private static final SceneSettings FEW =
      SETTINGS.scenes().withCast(Cast.defaults().withMostClasses(8));
  private static final ComparisonRow FIRST = new ComparisonRow("a", "first & best_1", SETTINGS);
  private static final ComparisonRow SECOND = new ComparisonRow("b", "second", SETTINGS);
  private static final ComparisonRow OTHER =
      new ComparisonRow("c", "other scenes", SETTINGS.withScenes(FEW));

  @TempDir Path folder;

  private final ComparisonResult result = result(List.of(1L, 2L, 3L));

  @Test
  void everySplitAndSceneSettingIsABlockWithTrivialLocalizersBeside() {
    List<String> lines = ComparisonTable.of(result).text().lines().toList();
    // two splits, each of two rows and four trivial ones, and of one row and four
    assertThat(lines).hasSize(1 + 2 * (6 + 5) + 1);
    assertThat(lines.get(23)).isEqualTo("Protocol " + ClipScorer.description() + ".");
    assertThat(lines.get(1))
        .startsWith("new scenes, all classes (n = 300)")
        .contains("first & best_1", "50.0 [40.0, 60.0]");
    assertThat(lines.get(6)).contains("image-only saliency", "12.5 [10.0, 15.0]");
    assertThat(lines.get(7)).startsWith("new scenes, 8 classes (n = 300)").contains("other scenes");
    assertThat(lines.get(12)).startsWith("new objects, all classes (n = 300)");
  }

  @Test
  void furtherLocalizersAreShownWhereAskedFor() {
    String text = ComparisonTable.of(result, "object-guided").markdown();
    assertThat(text.lines().filter(line -> line.contains("object guided"))).hasSize(2 * 3);
    assertThat(text)
        .contains("| new scenes, all classes (n = 300) |   object guided | 25.0 [20.0, 30.0] |");
    // no clip of the synthetic scenes has a silent object
    assertThat(text).contains("| - |");
  }

  @Test
  void theFigureHoldsEveryNumber() {
    Figure figure = ComparisonTable.of(result).figure();
    Table numbers = figure.numbers();
    assertThat(numbers.rowCount()).isEqualTo(result.scores().size());
    assertThat(figure.csv())
        .startsWith("row,title,split,localizer,metric,value,low,high,seeds,n\n")
        .contains("\nb,second,new-scenes,object-guided,pointing,0.25,0.2,0.3,3,300\n");
    assertThat(figure.image().getWidth()).isEqualTo(2055);
    assertThat(figure.png()).isEqualTo(ComparisonTable.of(result).figure().png());
    assertThat(Pixels.count(figure, Palette.INK)).isGreaterThan(1000);
  }

  @Test
  void latexIsATableOfTheWidthAskedFor() {
    String wide = ComparisonTable.of(result).latex(LatexTable.Columns.TWO);
    assertThat(wide)
        .contains("\\begin{table*}[t]", "\\begin{tabular}{@{}lrrrrrr@{}}", "\\end{table*}")
        .contains("\\textbf{first \\& best\\_1} & 50.0 {\\scriptsize [40.0, 60.0]} & ")
        .contains("\\label{tab:made-up}", "mean over 3 seeds; bootstrap interval over seeds")
        .contains(" & -- \\\\");
    assertThat(wide.lines().filter(line -> line.endsWith(" \\\\")))
        .allSatisfy(
            line ->
                assertThat(line.contains("multicolumn") || line.split(" & ").length == 7).isTrue());
    String narrow = ComparisonTable.of(result).latex(LatexTable.Columns.ONE);
    assertThat(narrow)
        .contains("\\begin{table}[t]", "{@{}lrr@{}}", "& success @0.5, size-adaptive & pointing")
        .doesNotContain("mean cIoU");
    Path file = FigureFile.writeLatex(folder, "made-up", narrow);
    assertThat(file).hasFileName("made-up.tex").hasContent(narrow);
    assertThat(ScoresTable.latex(SyntheticRun.rows(), LatexTable.Columns.TWO))
        .contains("new scenes, after iteration 5 (n = 500)", "\\textbf{model} & 69.2 ");
  }

  @Test
  void oneSeedIsSaidToBeOne() {
    assertThat(ComparisonTable.of(result(List.of(7L))).latex(LatexTable.Columns.ONE))
        .contains("one seed; bootstrap interval over clips");
  }

  @Test
  void theProtocolStandsInTheCaptionsAndFitsTheFoot() {
    ComparisonTable table = ComparisonTable.of(result);
    assertThat(table.latex(LatexTable.Columns.TWO))
        .contains("in brackets. Protocol whence: map to 224 x 224", "threshold $\\geq$ 0.5;")
        .contains("truth: masks, the nearest pixel of each of 224 x 224.}")
        .doesNotContain(">=");
    assertThat(ScoresTable.latex(SyntheticRun.rows(), LatexTable.Columns.ONE))
        .contains("over clips. Protocol whence: map to");
    assertThat(table.foot()).endsWith("in brackets. Protocol whence.");
    assertThat(Typography.width(Typography.TEXT, table.foot()))
        .isLessThan(FigureSize.twoColumns(50).widthPoints() - 4);
  }

  @Test
  void noNameAndNoCellIsWiderThanItsColumn() {
    double names = ComparisonTable.NAMES;
    double widest = Typography.width(Typography.TEXT, "88.8 [88.8, 88.8]");
    assertThat(ScoresPainter.columnWidth(FigureSize.twoColumns(50).widthPoints(), names))
        .isGreaterThan(widest + 2);
    Stream.of(Comparisons.peers(SETTINGS), Comparisons.ablation(SETTINGS))
        .flatMap(comparison -> comparison.rows().stream().map(ComparisonRow::title))
        .forEach(
            title ->
                assertThat(Typography.width(Typography.STRONG, title))
                    .as(title)
                    .isLessThan(names - 8));
  }

  private static ComparisonResult result(List<Long> seeds) {
    List<ComparisonScore> scores = new ArrayList<>();
    for (ComparisonRow row : List.of(FIRST, SECOND, OTHER)) {
      for (String split : MetricRow.SPLITS) {
        add(scores, row, split, "model", seeds.size(), 0.5);
        add(scores, row, split, "object-guided", seeds.size(), 0.25);
        if (!row.equals(SECOND)) {
          for (String trivial : List.of("whole-image", "centre-disc", "random", "saliency")) {
            add(scores, row, split, trivial, seeds.size(), 0.125);
          }
        }
      }
    }
    Comparison comparison = new Comparison("made-up", List.of(FIRST, SECOND, OTHER), seeds);
    return new ComparisonResult(comparison, Path.of("nowhere"), scores);
  }

  private static void add(
      List<ComparisonScore> scores,
      ComparisonRow row,
      String split,
      String localizer,
      int seeds,
      double value) {
    for (Metric metric : List.of(Metric.SUCCESS_ADAPTIVE, Metric.MEAN_CIOU, Metric.POINTING)) {
      Estimate estimate = new Estimate(value, 0.8 * value, 1.2 * value, 100 * seeds);
      scores.add(new ComparisonScore(row.name(), split, localizer, metric, seeds, estimate));
    }
  }
}
