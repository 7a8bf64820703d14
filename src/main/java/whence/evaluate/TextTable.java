package whence.evaluate;

import java.util.List;

/** Cells as plain text in columns. */
public final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * Writes rows of cells under each other, each column as wide as its widest cell.
   *
   * @param rows all with the same number of cells
   * @return one line a row, each ended by a line feed
   */
  public static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column))
            .append(" ".repeat(width(rows, column) - row.get(column).length()));
        line.append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
