package whence.evaluate.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * Reports as CSV in long form, one number a line: UTF-8, no quoting, shortest decimals that read
 * back to the same double, {@code NaN} for 0 / 0 as published. Protocols are named; what each is,
 * and which clips it is about, is to stand beside the file ({@link #coverage}).
 */
public final class ScoreCsv {

  /** The first line, exactly. */
  public static final String HEADER =
      "protocol,threshold,localizer,group,metric,value,low,high,n,listed";

  private ScoreCsv() {}

  /** The text of the file. */
  public static String toText(List<ScoreReport> reports) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (ScoreReport report : reports) {
      report.lines().forEach(line -> append(text, report, line));
      report.groups().forEach(line -> append(text, report, line));
      report.setScores().forEach(score -> append(text, report, score));
    }
    return text.toString();
  }

  /**
   * What belongs beside the file, as JSON values: truth, ground_truth (how it is drawn), n, listed,
   * missing, and the description of each protocol by its label.
   *
   * @param reports of the same maps under one or more protocols, at least one
   */
  public static Map<String, Object> coverage(List<ScoreReport> reports) {
    ScoreReport first = reports.get(0);
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("truth", first.truth().name());
    coverage.put("ground_truth", first.truth().rule());
    coverage.put("n", first.n());
    coverage.put("listed", first.listed());
    coverage.put("missing", first.missing());
    Map<String, String> protocols = new LinkedHashMap<>();
    reports.forEach(
        report -> protocols.put(report.protocol().label(), report.protocol().description()));
    coverage.put("protocols", protocols);
    return coverage;
  }

  private static void append(StringBuilder text, ScoreReport report, ScoreLine line) {
    for (Metric metric : ScoreLines.METRICS) {
      Estimate estimate = line.estimates().get(metric);
      if (estimate != null) {
        append(text, report, line, metric, estimate);
      }
    }
  }

  private static void append(StringBuilder text, ScoreReport report, SetScore score) {
    text.append(report.protocol().label()).append(',');
    text.append(ScoreLine.OWN).append(',');
    text.append(plain(report.lines().get(0).localizer())).append(',');
    text.append(ScoreLine.ALL).append(',');
    text.append(plain(score.name())).append(',');
    text.append(score.value()).append(',');
    text.append(score.interval().map(Estimate::low).orElse(Double.NaN)).append(',');
    text.append(score.interval().map(Estimate::high).orElse(Double.NaN)).append(',');
    text.append(score.n()).append(',');
    text.append(report.listed()).append('\n');
  }

  private static void append(
      StringBuilder text, ScoreReport report, ScoreLine line, Metric metric, Estimate estimate) {
    text.append(report.protocol().label()).append(',');
    text.append(line.threshold()).append(',');
    text.append(plain(line.localizer())).append(',');
    text.append(plain(line.group())).append(',');
    text.append(name(metric)).append(',');
    text.append(estimate.value()).append(',');
    text.append(estimate.low()).append(',');
    text.append(estimate.high()).append(',');
    text.append(estimate.n()).append(',');
    text.append(report.listed()).append('\n');
  }

  /** Without commas, which would need quotes. */
  private static String plain(String name) {
    return name.replace(',', ';');
  }

  /** Without the threshold, which has a column of its own. */
  private static String name(Metric metric) {
    return metric == Metric.SUCCESS_FIXED ? "success" : metric.label();
  }
}
