package whence.evaluate.score;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /**
   * The text of a file of scores class by class: success, area under the success curve, and NSA
   * where there are silent classes.
   */
  public static String toText(ClassScoring scored) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    append(text, scored, "success @0.3", scored.scores().success());
    append(text, scored, Metric.AUC.label(), scored.scores().area());
    Estimate silence = scored.scores().silence();
    if (silence != null) {
      append(text, scored, "nsa", silence);
    }
    return text.toString();
  }

  /**
   * What belongs beside such a file, in the fields of {@link #coverage(List)}.
   *
   * @param rule how the truth is drawn
   */
  public static Map<String, Object> coverage(ClassScoring scored, String rule) {
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("truth", scored.coverage().list());
    coverage.put("ground_truth", rule);
    coverage.put("n", scored.coverage().used());
    coverage.put("listed", scored.coverage().listed());
    coverage.put("missing", scored.coverage().missing());
    coverage.put("protocols", Map.of(ClassScoring.LABEL, scored.description()));
    return coverage;
  }

  private static void append(StringBuilder text, ScoreReport report, ScoreLine line) {
    for (Metric metric : ScoreLines.METRICS) {
      Estimate estimate = line.estimates().get(metric);
      if (estimate != null) {
        row(
            text,
            report.protocol().label(),
            line.threshold(),
            line.localizer(),
            line.group(),
            name(metric),
            estimate.value(),
            estimate.low(),
            estimate.high(),
            estimate.n(),
            report.listed());
      }
    }
  }

  private static void append(StringBuilder text, ScoreReport report, SetScore score) {
    row(
        text,
        report.protocol().label(),
        score.threshold(),
        score.localizer(),
        ScoreLine.ALL,
        score.metric(),
        score.value(),
        score.interval().map(Estimate::low).orElse(Double.NaN),
        score.interval().map(Estimate::high).orElse(Double.NaN),
        score.n(),
        report.listed());
  }

  private static void append(
      StringBuilder text, ClassScoring scored, String metric, Estimate estimate) {
    row(
        text,
        ClassScoring.LABEL,
        scored.fractionOfMaximum() + " of the maximum",
        scored.maps(),
        ScoreLine.ALL,
        metric,
        estimate.value(),
        estimate.low(),
        estimate.high(),
        estimate.n(),
        scored.coverage().listed());
  }

  /** Cells without commas, which would need quotes. */
  private static void row(StringBuilder text, Object... cells) {
    text.append(
            Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replace(',', ';'))
                .collect(Collectors.joining(",")))
        .append('\n');
  }

  /** Without the threshold, which has a column of its own. */
  private static String name(Metric metric) {
    return metric == Metric.SUCCESS_FIXED ? "success" : metric.label();
  }
}
