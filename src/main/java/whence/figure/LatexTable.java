package whence.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import whence.evaluate.Metric;

/**
 * Tables of scores as LaTeX, to be read with {@code \input}; needs the package {@code booktabs}.
 *
 * <p>A table two columns wide has every column of {@link ScoresTable#METRICS}; one column has room
 * for two of them, the size-adaptive success rate and pointing. Intervals are set smaller than
 * values.
 */
public final class LatexTable {

  /** How much of a page of two columns a table may take. */
  public enum Columns {
    /** One column: {@code table}, two metrics. */
    ONE("table", List.of(Metric.SUCCESS_ADAPTIVE, Metric.POINTING)),
    /** The whole width: {@code table*}, all metrics. */
    TWO("table*", ScoresTable.METRICS);

    private final String environment;
    private final List<Metric> metrics;

    Columns(String environment, List<Metric> metrics) {
      this.environment = environment;
      this.metrics = metrics;
    }
  }

  private LatexTable() {}

  /**
   * Writes a table.
   *
   * @param blocks each cell as in {@link ScoresTable#METRICS}
   * @param columns its width
   * @param caption in plain text
   * @param label follows {@code tab:}; letters, digits and hyphens
   */
  static String text(List<TableBlock> blocks, Columns columns, String caption, String label) {
    List<String> lines = new ArrayList<>();
    lines.add("% Needs \\usepackage{booktabs}.");
    lines.add("\\begin{" + columns.environment + "}[t]");
    lines.add("  \\centering\\footnotesize\\setlength{\\tabcolsep}{4pt}");
    lines.add("  \\caption{" + escaped(caption) + "}");
    lines.add("  \\label{tab:" + label + "}");
    lines.add("  \\begin{tabular}{@{}l" + "r".repeat(columns.metrics.size()) + "@{}}");
    lines.add("    \\toprule");
    lines.add(
        columns.metrics.stream()
            .map(metric -> escaped(metric.title()))
            .collect(Collectors.joining(" & ", "    & ", " \\\\")));
    for (TableBlock block : blocks) {
      lines.add("    \\midrule");
      String span = "{" + (1 + columns.metrics.size()) + "}{@{}l}";
      lines.add("    \\multicolumn" + span + "{\\textbf{" + escaped(block.title()) + "}} \\\\");
      block.lines().forEach(line -> lines.add("    " + line(line, columns)));
    }
    lines.add("    \\bottomrule");
    lines.add("  \\end{tabular}");
    lines.add("\\end{" + columns.environment + "}");
    return String.join("\n", lines) + "\n";
  }

  private static String line(TableBlock.Line line, Columns columns) {
    String name = escaped(line.name());
    List<String> cells = new ArrayList<>();
    cells.add(line.stress() == TableBlock.Stress.STRONG ? "\\textbf{" + name + "}" : name);
    for (Metric metric : columns.metrics) {
      cells.add(cell(line.cells().get(ScoresTable.METRICS.indexOf(metric))));
    }
    return String.join(" & ", cells) + " \\\\";
  }

  /** The interval of "71.4 [67.6, 75.6]" smaller; a dash for none. */
  private static String cell(String shown) {
    int bracket = shown.indexOf('[');
    if (bracket < 0) {
      return shown.equals("-") ? "--" : shown;
    }
    return shown.substring(0, bracket) + "{\\scriptsize " + shown.substring(bracket) + "}";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\textbackslash ")
        .replaceAll("([&%$#_{}])", "\\\\$1")
        .replace(">=", "$\\geq$") // outside of formulas < and > are other characters
        .replace("<=", "$\\leq$")
        .replaceAll("[<>]", "\\$$0\\$");
  }
}
