package whence.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.CosineMaps;
import whence.evaluate.score.SetScore;
import whence.experiment.ResearchScore;

/**
 * The rows of a comparison on research data sets, under each the same models guided by saliency and
 * with swapped sounds, and the trivial localizers beside: a block for each set and protocol, in per
 * cent with intervals over seeds and clips. A metric that the protocol does not have is "-". The
 * title of a block says how many of the listed clips it is about, and, where the protocol takes
 * probabilities, how cosines became some.
 */
public final class ResearchTable {
  private static final String CAPTION =
      "Per cent, mean over seeds; in brackets the bootstrap interval over seeds and clips, the drawn"
          + " clips being those of every seed.";

  private final List<ResearchScore> scores;

  private ResearchTable(List<ResearchScore> scores) {
    this.scores = List.copyOf(scores);
  }

  /**
   * The table of measured scores.
   *
   * @param scores at least one
   */
  public static ResearchTable of(List<ResearchScore> scores) {
    if (scores.isEmpty()) {
      throw new WhenceException(
          "Cannot make a table of research data sets",
          "no scores",
          "those of at least one row",
          "judge a comparison first: ResearchScoring.score");
    }
    return new ResearchTable(scores);
  }

  /** Drawn two columns wide. */
  public Figure figure() {
    return ScoresPainter.figure(blocks(), ComparisonTable.NAMES, CAPTION, numbers());
  }

  /** For a paper, in LaTeX; its caption says what each protocol is. */
  public String latex(LatexTable.Columns columns) {
    String caption =
        CAPTION + protocols().map(text -> " Protocol " + text + ".").collect(Collectors.joining());
    return LatexTable.text(blocks(), columns, caption, "research");
  }

  /**
   * Aligned plain text; under it what is no mean over clips (IIoU, F), which listed clips are
   * missing, and what each protocol is.
   */
  public String text() {
    List<List<String>> grid = new ArrayList<>();
    grid.add(ScoresTable.heading("set and protocol", "row"));
    for (TableBlock block : blocks()) {
      for (TableBlock.Line line : block.lines()) {
        List<String> row = new ArrayList<>(List.of(block.title(), line.name()));
        row.addAll(line.cells());
        grid.add(row);
      }
    }
    return ScoresText.plain(grid)
        + CAPTION
        + "\n"
        + setScores()
        + missing()
        + protocols().map(text -> text + "\n").collect(Collectors.joining());
  }

  /** What each protocol is, in order. */
  private Stream<String> protocols() {
    return scores.stream().map(ResearchScore::protocol).distinct().map(Protocol::description);
  }

  /** A line for every number that is no mean over clips. */
  private String setScores() {
    StringBuilder lines = new StringBuilder();
    for (ResearchScore score : scores) {
      for (SetScore number : score.setScores()) {
        String cell =
            number
                .interval()
                .map(all -> cell(all, score.localizer().equals(Beside.ORACLE)))
                .orElse("-");
        lines.append(
            "%s, protocol %s, %s, %s (n = %d): %s\n"
                .formatted(
                    score.set(),
                    score.protocol().label(),
                    number.name(),
                    who(score),
                    number.n(),
                    cell));
      }
    }
    return lines.toString();
  }

  /** The row, and who drew the maps where that is not its model. */
  private static String who(ResearchScore score) {
    String localizer = ScoresTable.title(score.localizer());
    if (score.trivial()) {
      return localizer;
    }
    return score.localizer().equals(Metrics.MODEL)
        ? score.title()
        : score.title() + ", " + localizer;
  }

  /** A line for each set of which clips are missing, with every id. */
  private String missing() {
    return scores.stream()
        .filter(score -> !score.missing().isEmpty())
        .map(
            score ->
                "%s: %d of %d listed clips scored, missing: %s\n"
                    .formatted(
                        score.set(),
                        score.clips(),
                        score.listed(),
                        String.join(", ", score.missing())))
        .distinct()
        .collect(Collectors.joining());
  }

  private List<TableBlock> blocks() {
    Map<String, List<TableBlock.Line>> blocks = new LinkedHashMap<>();
    for (ResearchScore score : scores) {
      blocks.computeIfAbsent(title(score), key -> new ArrayList<>()).add(line(score));
    }
    return blocks.entrySet().stream()
        .map(block -> new TableBlock(block.getKey(), block.getValue()))
        .toList();
  }

  private static String title(ResearchScore score) {
    String rule =
        score.protocol() == Protocol.AVSBENCH
            ? "; model and swapped sound: " + CosineMaps.RULE
            : "";
    return "%s, protocol %s (n = %d of %d%s)"
        .formatted(score.set(), score.protocol().label(), score.clips(), score.listed(), rule);
  }

  private static TableBlock.Line line(ResearchScore score) {
    boolean bound = score.localizer().equals(Beside.ORACLE);
    List<String> cells =
        ScoresTable.METRICS.stream()
            .map(metric -> cell(score.estimates().get(metric), bound))
            .toList();
    if (score.trivial()) {
      return new TableBlock.Line(
          ScoresTable.title(score.localizer()), TableBlock.Stress.PLAIN, cells);
    }
    return score.localizer().equals(Metrics.MODEL)
        ? new TableBlock.Line(score.title(), TableBlock.Stress.STRONG, cells)
        : new TableBlock.Line(
            "  " + ScoresTable.title(score.localizer()), TableBlock.Stress.PLAIN, cells);
  }

  /** What the oracle reaches is known and has no interval here. */
  private static String cell(@Nullable Estimate estimate, boolean bound) {
    if (estimate == null) {
      return "-";
    }
    return bound
        ? ScoresTable.cell(estimate.value(), Double.NaN, Double.NaN)
        : ScoresTable.cell(estimate.value(), estimate.low(), estimate.high());
  }

  /**
   * Every number, unrounded fractions, in long form: set, protocol, row (empty for a trivial
   * localizer), title, localizer, metric, value, low, high, seeds, and n, the clips or, of IIoU,
   * the pictures.
   */
  public Table numbers() {
    EstimateColumns columns =
        new EstimateColumns("set", "protocol", "row", "title", "localizer", "metric");
    for (ResearchScore score : scores) {
      for (Metric of : ScoresTable.METRICS) {
        Estimate estimate = score.estimates().get(of);
        if (estimate != null) {
          columns.add(names(score, of.label()), estimate, score.seeds());
        }
      }
      for (SetScore number : score.setScores()) {
        number
            .interval()
            .ifPresent(all -> columns.add(names(score, number.name()), all, score.seeds()));
      }
    }
    return columns.table("research");
  }

  private static List<String> names(ResearchScore score, String metric) {
    return List.of(
        score.set(),
        score.protocol().label(),
        score.row(),
        score.title(),
        score.localizer(),
        metric);
  }
}
