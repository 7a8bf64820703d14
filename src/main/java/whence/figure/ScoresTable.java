package whence.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.evaluate.Metric;
import whence.experiment.MetricRow;

/**
 * The scores at the last iteration with the controls and the trivial localizers beside, both
 * splits, in per cent with intervals: as a figure, as plain text, and as Markdown.
 *
 * <ul>
 *   <li>Each localizer and split stands with its own last iteration: the trivial ones do not
 *       change.
 *   <li>A localizer without rows on a split is left out there; a metric without value is "-".
 *   <li>A value without interval stands alone.
 *   <li>No value of the model at all is refused.
 * </ul>
 */
public final class ScoresTable {
  /** The columns. The two correlations have a figure of their own. */
  static final List<Metric> METRICS =
      List.of(
          Metric.SUCCESS_ADAPTIVE,
          Metric.SUCCESS_FIXED,
          Metric.MEAN_CIOU,
          Metric.AUC,
          Metric.POINTING,
          Metric.WRONG_OBJECT);

  /** Width of the names, points. */
  static final double NAMES = 76;

  /** What stands under the figure. */
  static final String FOOT = "Per cent; bootstrap interval in brackets. " + ScoresText.PROTOCOL;

  private static final String CAPTION =
      "Scores in per cent, bootstrap intervals over clips. " + ScoresText.RULES;
  private static final List<String> METRIC_NAMES = METRICS.stream().map(Metric::label).toList();

  private ScoresTable() {}

  /** One line of the table: what one localizer reached on one split. */
  record Line(String split, String localizer, List<Optional<MetricRow>> scores) {
    /** The scores as shown. */
    List<String> cells() {
      return scores.stream().map(score -> score.map(ScoresTable::cell).orElse("-")).toList();
    }

    /** Number of clips behind the first score there is. */
    int n() {
      return scores.stream().flatMap(Optional::stream).findFirst().map(MetricRow::n).orElse(0);
    }

    int iteration() {
      return scores.stream()
          .flatMap(Optional::stream)
          .mapToInt(MetricRow::iteration)
          .max()
          .orElse(0);
    }
  }

  /**
   * Draws the table, two columns wide.
   *
   * @param rows of metrics.csv, in any order
   */
  public static Figure of(List<MetricRow> rows) {
    return ScoresPainter.figure(blocks(rows), NAMES, FOOT, table(rows));
  }

  /**
   * The numbers, unrounded fractions: split, localizer, iteration, then for each metric its value,
   * low end, high end and number of clips; missing where there is none.
   */
  public static Table table(List<MetricRow> rows) {
    List<Line> lines = lines(rows);
    Table table =
        Table.create(
            "scores",
            StringColumn.create("split", lines.stream().map(Line::split).toList()),
            StringColumn.create("localizer", lines.stream().map(Line::localizer).toList()),
            IntColumn.create("iteration", lines.stream().mapToInt(Line::iteration).toArray()));
    for (int m = 0; m < METRIC_NAMES.size(); m++) {
      String name = METRIC_NAMES.get(m);
      DoubleColumn value = DoubleColumn.create(name);
      DoubleColumn low = DoubleColumn.create(name + "_low");
      DoubleColumn high = DoubleColumn.create(name + "_high");
      IntColumn n = IntColumn.create(name + "_n");
      for (Line line : lines) {
        Optional<MetricRow> score = line.scores().get(m);
        value.append(score.map(MetricRow::value).orElse(Double.NaN));
        low.append(score.map(MetricRow::low).orElse(Double.NaN));
        high.append(score.map(MetricRow::high).orElse(Double.NaN));
        n.append(score.map(MetricRow::n).orElse(0));
      }
      table.addColumns(value, low, high, n);
    }
    return table;
  }

  /** The table as a Markdown table, one line a localizer and split. */
  public static String markdown(List<MetricRow> rows) {
    return ScoresText.markdown(grid(rows));
  }

  /** The table as aligned plain text, for a terminal; under it the protocol. */
  public static String text(List<MetricRow> rows) {
    return ScoresText.plain(grid(rows)) + ScoresText.RULES + "\n";
  }

  /** The table for a paper in LaTeX. */
  public static String latex(List<MetricRow> rows, LatexTable.Columns columns) {
    return LatexTable.text(blocks(rows), columns, CAPTION, "scores");
  }

  private static List<TableBlock> blocks(List<MetricRow> rows) {
    List<TableBlock> blocks = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      List<Line> lines = lines(rows).stream().filter(l -> l.split().equals(split)).toList();
      if (!lines.isEmpty()) {
        Line first = lines.get(0);
        String title =
            "%s, after iteration %d (n = %d)"
                .formatted(Metrics.words(split), first.iteration(), first.n());
        blocks.add(new TableBlock(title, lines.stream().map(ScoresTable::shown).toList()));
      }
    }
    return blocks;
  }

  private static TableBlock.Line shown(Line line) {
    boolean model = line.localizer().equals(Metrics.MODEL);
    return new TableBlock.Line(
        title(line.localizer()),
        model ? TableBlock.Stress.STRONG : TableBlock.Stress.PLAIN,
        line.cells());
  }

  /** A heading, then a row a line, all of equal length. */
  private static List<List<String>> grid(List<MetricRow> rows) {
    List<List<String>> grid = new ArrayList<>();
    grid.add(heading("split", "localizer"));
    for (Line line : lines(rows)) {
      List<String> row = new ArrayList<>();
      row.add(Metrics.words(line.split()) + " (n = " + line.n() + ")");
      row.add(title(line.localizer()));
      row.addAll(line.cells());
      grid.add(row);
    }
    return grid;
  }

  /** Two names, then the titles of the columns. */
  static List<String> heading(String first, String second) {
    List<String> heading = new ArrayList<>(List.of(first, second));
    METRICS.forEach(metric -> heading.add(metric.title() + " (%)"));
    return heading;
  }

  /** What a reader calls a localizer. */
  static String title(String localizer) {
    return switch (localizer) {
      case "centre-disc" -> "centred disc";
      case "saliency" -> "image-only saliency";
      default -> Metrics.words(localizer);
    };
  }

  private static List<Line> lines(List<MetricRow> rows) {
    Metrics.requireModel(
        "table of scores", Metrics.pick(rows, METRIC_NAMES, r -> true), METRIC_NAMES);
    List<Line> lines = new ArrayList<>();
    for (String split : MetricRow.SPLITS) {
      for (String localizer : MetricRow.LOCALIZERS) {
        List<Optional<MetricRow>> scores =
            METRIC_NAMES.stream().map(metric -> last(rows, localizer, split, metric)).toList();
        if (scores.stream().anyMatch(Optional::isPresent)) {
          lines.add(new Line(split, localizer, scores));
        }
      }
    }
    return lines;
  }

  private static Optional<MetricRow> last(
      List<MetricRow> rows, String localizer, String split, String metric) {
    return Metrics.rows(rows, localizer, split, metric).stream()
        .max(Comparator.comparingInt(MetricRow::iteration));
  }

  private static String cell(MetricRow row) {
    return cell(row.value(), row.low(), row.high());
  }

  /** Per cent to one decimal, interval in brackets; "-" for NaN. */
  static String cell(double value, double low, double high) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return Double.isNaN(low)
        ? percent(value)
        : percent(value) + " [" + percent(low) + ", " + percent(high) + "]";
  }

  /** Such as 78.4; 100 without a decimal, for which a column has no place. */
  private static String percent(double value) {
    String shown = String.format(Locale.ROOT, "%.1f", 100 * value);
    return shown.equals("100.0") ? "100" : shown;
  }
}
