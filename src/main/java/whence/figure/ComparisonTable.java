package whence.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.experiment.ComparisonResult;
import whence.experiment.ComparisonRow;
import whence.experiment.ComparisonScore;
import whence.experiment.MetricRow;

/**
 * The table of a comparison: for each split and each block of rows on equal scenes the rows, and
 * the trivial localizers beside, in per cent with intervals over seeds and clips.
 *
 * <ul>
 *   <li>Further localizers of a row, such as {@code object-guided}, are shown where they are asked
 *       for; the numbers of the figure hold all of them.
 *   <li>A metric without value is "-".
 * </ul>
 */
public final class ComparisonTable {
  private static final List<String> TRIVIAL =
      List.of("whole-image", "centre-disc", "random", "saliency");

  /** Width of the names, points. */
  static final double NAMES = 98;

  private final ComparisonResult result;
  private final List<String> further;

  private ComparisonTable(ComparisonResult result, List<String> further) {
    this.result = result;
    this.further = further;
  }

  /**
   * The table of a complete comparison.
   *
   * @param result what was compared
   * @param further localizers shown under each row's model, such as {@code object-guided} or {@code
   *     swapped-sound}
   */
  public static ComparisonTable of(ComparisonResult result, String... further) {
    return new ComparisonTable(result, List.of(further));
  }

  /** Drawn two columns wide. */
  public Figure figure() {
    return ScoresPainter.figure(blocks(), NAMES, foot(), numbers());
  }

  /** Aligned plain text, for a terminal; under it the protocol. */
  public String text() {
    return ScoresText.plain(grid()) + ScoresText.RULES + "\n";
  }

  /** A Markdown table, one line a row and split. */
  public String markdown() {
    return ScoresText.markdown(grid());
  }

  /** For a paper, in LaTeX. */
  public String latex(LatexTable.Columns columns) {
    return LatexTable.text(
        blocks(), columns, caption() + " " + ScoresText.RULES, result.comparison().name());
  }

  /**
   * Every number, unrounded fractions and cosines, in long form: row, title, split, localizer,
   * metric, value, low, high, seeds, and n, the clips of all seeds.
   */
  public Table numbers() {
    EstimateColumns columns = new EstimateColumns("row", "title", "split", "localizer", "metric");
    for (ComparisonRow line : result.comparison().rows()) {
      for (ComparisonScore score : result.scores()) {
        if (score.row().equals(line.name())) {
          List<String> names =
              List.of(
                  score.row(),
                  line.title(),
                  score.split(),
                  score.localizer(),
                  score.metric().label());
          columns.add(names, score.estimate(), score.seeds());
        }
      }
    }
    return columns.table(result.comparison().name());
  }

  /** What stands under the figure: one line that fits its width. */
  String foot() {
    return caption() + " " + ScoresText.PROTOCOL;
  }

  private String caption() {
    int seeds = result.comparison().seeds().size();
    return seeds == 1
        ? "Per cent, one seed; bootstrap interval over clips in brackets."
        : "Per cent, mean over "
            + seeds
            + " seeds; bootstrap interval over seeds and clips in brackets.";
  }

  private List<TableBlock> blocks() {
    List<TableBlock> blocks = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      for (List<ComparisonRow> rows : result.comparison().blocks()) {
        blocks.add(new TableBlock(title(split, rows), lines(split, rows)));
      }
    }
    return blocks;
  }

  private String title(String split, List<ComparisonRow> rows) {
    int n =
        result
            .score(rows.get(0).name(), split, Metrics.MODEL, Metric.POINTING)
            .map(score -> score.estimate().n())
            .orElse(0);
    String scenes =
        result.comparison().blocks().size() == 1
            ? ""
            : ", " + rows.get(0).settings().scenes().cast().text();
    return "%s%s (n = %d)".formatted(Metrics.words(split), scenes, n);
  }

  private List<TableBlock.Line> lines(String split, List<ComparisonRow> rows) {
    List<TableBlock.Line> lines = new ArrayList<>();
    for (ComparisonRow row : rows) {
      lines.add(line(row.title(), TableBlock.Stress.STRONG, row, split, Metrics.MODEL));
      for (String localizer : further) {
        String name = "  " + ScoresTable.title(localizer);
        lines.add(line(name, TableBlock.Stress.PLAIN, row, split, localizer));
      }
    }
    for (String localizer : TRIVIAL) {
      String name = ScoresTable.title(localizer);
      lines.add(line(name, TableBlock.Stress.PLAIN, rows.get(0), split, localizer));
    }
    return lines;
  }

  private TableBlock.Line line(
      String name, TableBlock.Stress stress, ComparisonRow row, String split, String localizer) {
    List<String> cells =
        ScoresTable.METRICS.stream()
            .map(metric -> cell(result.score(row.name(), split, localizer, metric)))
            .toList();
    return new TableBlock.Line(name, stress, cells);
  }

  private static String cell(Optional<ComparisonScore> score) {
    if (score.isEmpty()) {
      return "-";
    }
    Estimate estimate = score.get().estimate();
    return ScoresTable.cell(estimate.value(), estimate.low(), estimate.high());
  }

  private List<List<String>> grid() {
    List<List<String>> grid = new ArrayList<>();
    grid.add(ScoresTable.heading("split", "row"));
    for (TableBlock block : blocks()) {
      for (TableBlock.Line line : block.lines()) {
        List<String> row = new ArrayList<>(List.of(block.title(), line.name()));
        row.addAll(line.cells());
        grid.add(row);
      }
    }
    return grid;
  }
}
