package whence.figure;

import java.util.ArrayList;
import java.util.List;
import whence.evaluate.Metric;

/** The table of scores in letters. */
final class ScoresText {
  private ScoresText() {}

  static String markdown(List<ScoresTable.Line> lines) {
    List<List<String>> grid = grid(lines);
    StringBuilder text = new StringBuilder(bars(grid.get(0)));
    text.append("|---|---|").append("---:|".repeat(ScoresTable.METRICS.size())).append('\n');
    grid.subList(1, grid.size()).forEach(row -> text.append(bars(row)));
    return text.toString();
  }

  private static String bars(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Columns as wide as their widest cell, two spaces apart; names left, numbers right. */
  static String plain(List<ScoresTable.Line> lines) {
    List<List<String>> grid = grid(lines);
    StringBuilder text = new StringBuilder();
    for (List<String> row : grid) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int wide = grid.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
        String pad = " ".repeat(wide - row.get(column).length());
        line.append(column < 2 ? row.get(column) + pad : pad + row.get(column)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A heading, then a row a line, all of equal length. */
  private static List<List<String>> grid(List<ScoresTable.Line> lines) {
    List<List<String>> grid = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("split", "localizer"));
    ScoresTable.METRICS.stream().map(Metric::title).forEach(title -> heading.add(title + " (%)"));
    grid.add(heading);
    for (ScoresTable.Line line : lines) {
      List<String> row = new ArrayList<>();
      row.add(Metrics.words(line.split()) + " (n = " + line.n() + ")");
      row.add(ScoresTable.title(line.localizer()));
      row.addAll(line.cells());
      grid.add(row);
    }
    return grid;
  }
}
