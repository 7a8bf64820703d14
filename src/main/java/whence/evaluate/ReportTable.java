package whence.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.WhenceException;

/**
 * Reports side by side as plain text: the protocol, the clips, then a line for each localizer, so
 * that no score stands without its protocol and the trivial localizers.
 */
public final class ReportTable {

  private static final String ABSENT = "-";

  private ReportTable() {}

  /**
   * Writes a table.
   *
   * @param reports at least one, of one protocol and one split; the order of the lines
   */
  public static String toText(List<EvaluationReport> reports) {
    check(reports);
    EvaluationReport first = reports.get(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(heading());
    reports.forEach(report -> rows.add(row(report)));
    return "protocol "
        + first.protocol().description()
        + "\nsplit "
        + first.split().label()
        + "; fractions and cosines, mean over clips [95 % bootstrap interval over clips]\n"
        + TextTable.aligned(rows);
  }

  private static void check(List<EvaluationReport> reports) {
    long kinds =
        reports.stream()
            .map(r -> r.protocol().label() + " on " + r.split().label())
            .distinct()
            .count();
    if (kinds != 1) {
      throw new WhenceException(
          "Cannot set reports side by side",
          reports.size() + " reports of " + kinds + " protocols and splits",
          "at least one report, all of one protocol and one split",
          "write one table for each protocol and split");
    }
  }

  private static List<String> heading() {
    List<String> cells = new ArrayList<>(List.of("localizer", "n of listed"));
    for (Metric metric : Metric.values()) {
      cells.add(metric.title());
    }
    return cells;
  }

  private static List<String> row(EvaluationReport report) {
    List<String> cells = new ArrayList<>();
    cells.add(report.localizer());
    cells.add(String.format(Locale.ROOT, "%d of %d", report.n(), report.listed()));
    for (Metric metric : Metric.values()) {
      cells.add(report.estimate(metric).map(Estimate::toText).orElse(ABSENT));
    }
    return cells;
  }
}
