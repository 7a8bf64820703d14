package whence.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whence.evaluate.Estimate;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Metric;
import whence.evaluate.ReportTable;

/** Evaluation reports side by side, with what decides their numbers. */
final class ReportHtml {
  private ReportHtml() {}

  /** Reports of one protocol and split; others are refused by {@link ReportTable}. */
  static CellOutput of(List<EvaluationReport> reports) {
    String text = ReportTable.toText(reports);
    EvaluationReport first = reports.get(0);
    StringBuilder html =
        new StringBuilder("<table><caption style=\"text-align:left\">")
            .append(CellOutput.escape(first.split().label()))
            .append(": means over clips with 95 % bootstrap intervals; fractions in per cent, ")
            .append("cosines as they are</caption><thead><tr><th>localizer</th><th>clips</th>");
    for (Metric metric : Metric.values()) {
      html.append("<th>").append(CellOutput.escape(metric.title())).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    reports.forEach(report -> row(html, report));
    html.append("</tbody></table>").append(Html.line("Protocol " + first.protocol().description()));
    return CellOutput.html(html.toString(), text);
  }

  private static void row(StringBuilder html, EvaluationReport report) {
    html.append("<tr><th style=\"text-align:left\">")
        .append(CellOutput.escape(report.localizer()))
        .append("</th><td>")
        .append(report.n() == report.listed() ? "" : report.n() + " of ")
        .append(report.listed())
        .append("</td>");
    for (Metric metric : Metric.values()) {
      html.append("<td style=\"text-align:right;white-space:nowrap\">")
          .append(cell(metric, report.estimate(metric)))
          .append("</td>");
    }
    html.append("</tr>");
  }

  private static String cell(Metric metric, Optional<Estimate> estimate) {
    boolean cosine = metric.label().endsWith("_correlation");
    String form = cosine ? "%.3f [%.3f, %.3f]" : "%.1f [%.1f, %.1f]";
    double unit = cosine ? 1 : 100;
    return estimate
        .map(
            e ->
                String.format(Locale.ROOT, form, unit * e.value(), unit * e.low(), unit * e.high()))
        .orElse("-");
  }
}
