package whence.evaluate.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.TextTable;

/** A report as plain text: the protocol, the coverage, a line for each localizer, what was odd. */
public final class ScoreTable {

  private static final int ODDITIES_SHOWN = 20;
  private static final Map<Metric, String> TITLES =
      Map.of(
          Metric.SUCCESS_FIXED, "success @0.5",
          Metric.MEAN_CIOU, "mean cIoU",
          Metric.AUC, "AUC",
          Metric.POINTING, "pointing",
          Metric.WRONG_OBJECT, "wrong object");

  private ScoreTable() {}

  /** Writes a report. */
  public static String toText(ScoreReport report) {
    return protocol(report)
        + coverage(report)
        + "fractions, means over clips [95 % bootstrap interval over clips]\n"
        + means(report.lines())
        + setScores(report)
        + groups(report)
        + notes(report)
        + oddities(report);
  }

  /** What decides the numbers. */
  public static String protocol(ScoreReport report) {
    return "protocol " + report.protocol().description() + "\n";
  }

  /**
   * What the maps were compared with and how it is drawn, which of the listed clips were scored,
   * and every id that was not.
   */
  public static String coverage(ScoreReport report) {
    String text =
        String.format(
            Locale.ROOT,
            "truth %s: %d of %d listed clips scored (%.1f %%)%nground truth: %s%n",
            report.truth().name(),
            report.n(),
            report.listed(),
            100.0 * report.n() / report.listed(),
            report.truth().rule());
    return report.missing().isEmpty()
        ? text
        : text + "missing: " + String.join(", ", report.missing()) + "\n";
  }

  /** The heading of a metric's column. */
  static String title(Metric metric) {
    return TITLES.getOrDefault(metric, metric.title());
  }

  /** What there is to say about maps and protocol, all of it; or nothing. */
  public static String notes(ScoreReport report) {
    return lines(report.notes());
  }

  /** What was odd about the truth, or nothing; of much only the first, and how much more. */
  public static String oddities(ScoreReport report) {
    List<String> odd = report.truth().oddities();
    String shown = lines(odd.subList(0, Math.min(ODDITIES_SHOWN, odd.size())));
    int more = odd.size() - ODDITIES_SHOWN;
    return more > 0 ? shown + "note: and " + more + " more about the truth\n" : shown;
  }

  private static String lines(List<String> notes) {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static String means(List<ScoreLine> lines) {
    List<Metric> metrics = metrics(lines);
    List<List<String>> rows = new ArrayList<>();
    rows.add(heading(List.of("localizer"), metrics));
    lines.forEach(line -> rows.add(row(List.of(line.title()), line, metrics)));
    return TextTable.aligned(rows);
  }

  /** A line a number, a column a localizer. */
  private static String setScores(ScoreReport report) {
    Map<String, Map<String, SetScore>> byName = new LinkedHashMap<>();
    Set<String> localizers = new LinkedHashSet<>();
    for (SetScore score : report.setScores()) {
      localizers.add(score.localizer());
      byName
          .computeIfAbsent(score.name(), name -> new LinkedHashMap<>())
          .put(score.localizer(), score);
    }
    if (byName.isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(joined(List.of("no mean over all clips", "n"), localizers.stream()));
    byName.forEach(
        (name, scores) -> {
          int n = scores.values().iterator().next().n();
          Stream<String> values = localizers.stream().map(localizer -> text(scores.get(localizer)));
          rows.add(joined(List.of(name, String.valueOf(n)), values));
        });
    return TextTable.aligned(rows);
  }

  /** Localizers side by side in each group, whose name stands once. */
  private static String groups(ScoreReport report) {
    if (report.groups().isEmpty()) {
      return "";
    }
    List<Metric> metrics = metrics(report.groups());
    List<List<String>> rows = new ArrayList<>();
    rows.add(heading(List.of("group", "localizer"), metrics));
    String before = "";
    for (ScoreLine line : report.groups()) {
      String group = line.group().equals(before) ? "" : line.group();
      rows.add(row(List.of(group, line.localizer()), line, metrics));
      before = line.group();
    }
    return TextTable.aligned(rows);
  }

  /** What at least one line has. */
  private static List<Metric> metrics(List<ScoreLine> lines) {
    return ScoreLines.METRICS.stream()
        .filter(metric -> lines.stream().anyMatch(line -> line.estimates().containsKey(metric)))
        .toList();
  }

  private static List<String> heading(List<String> start, List<Metric> metrics) {
    return joined(start, Stream.concat(Stream.of("n"), metrics.stream().map(ScoreTable::title)));
  }

  private static List<String> row(List<String> start, ScoreLine line, List<Metric> metrics) {
    Stream<String> values = metrics.stream().map(metric -> text(line.estimates().get(metric)));
    return joined(start, Stream.concat(Stream.of(String.valueOf(line.n())), values));
  }

  private static String text(@Nullable SetScore score) {
    return score == null ? "-" : score.valueText();
  }

  private static String text(@Nullable Estimate estimate) {
    return estimate == null ? "-" : estimate.toText();
  }

  private static List<String> joined(List<String> start, Stream<String> cells) {
    return Stream.concat(start.stream(), cells).toList();
  }
}
