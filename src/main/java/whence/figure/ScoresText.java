package whence.figure;

import java.util.List;
import whence.evaluate.ClipScorer;
import whence.evaluate.Protocol;

/** Tables in letters, of a heading and rows of equal length, the first two columns names. */
final class ScoresText {
  /** The protocol of every run, short enough for the foot of a figure. */
  static final String PROTOCOL = "Protocol " + Protocol.WHENCE.label() + ".";

  /** The same with all that decides a number. */
  static final String RULES = "Protocol " + ClipScorer.description() + ".";

  private static final int NAMES = 2;

  private ScoresText() {}

  static String markdown(List<List<String>> grid) {
    StringBuilder text = new StringBuilder(bars(grid.get(0)));
    text.append("|---|---|").append("---:|".repeat(grid.get(0).size() - NAMES)).append('\n');
    grid.subList(1, grid.size()).forEach(row -> text.append(bars(row)));
    return text.toString();
  }

  private static String bars(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Columns as wide as their widest cell, two spaces apart; names left, numbers right. */
  static String plain(List<List<String>> grid) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : grid) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int wide = grid.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
        String pad = " ".repeat(wide - row.get(column).length());
        line.append(column < NAMES ? row.get(column) + pad : pad + row.get(column)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
