package whence.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        + TextTable.aligned(rows("localizer", report.lines()))
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

  private static String setScores(ScoreReport report) {
    if (report.setScores().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(report.lines().get(0).localizer(), "n", "value"));
    for (SetScore score : report.setScores()) {
      rows.add(List.of(score.name(), String.valueOf(score.n()), score.valueText()));
    }
    return TextTable.aligned(rows);
  }

  private static String groups(ScoreReport report) {
    return report.groups().isEmpty()
        ? ""
        : report.groups().get(0).localizer()
            + " by groups of clips\n"
            + TextTable.aligned(rows("group", report.groups()));
  }

  private static List<List<String>> rows(String first, List<ScoreLine> lines) {
    List<Metric> metrics =
        ScoreLines.METRICS.stream()
            .filter(metric -> lines.get(0).estimates().containsKey(metric))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(first, "n"));
    metrics.forEach(metric -> heading.add(title(metric)));
    rows.add(heading);
    for (ScoreLine line : lines) {
      List<String> row = new ArrayList<>(List.of(line.title(), String.valueOf(line.n())));
      for (Metric metric : metrics) {
        Estimate estimate = line.estimates().get(metric);
        row.add(estimate == null ? "-" : estimate.toText());
      }
      rows.add(row);
    }
    return rows;
  }
}
