package whence.notebook;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import whence.WhenceException;

/** Tables as short HTML. */
final class TableHtml {
  /** More would make the notebook slow, and nobody reads them. */
  private static final int MOST_ROWS = 1000;

  private TableHtml() {}

  static CellOutput of(Table table, int rows) {
    if (rows < 0 || rows > MOST_ROWS) {
      throw new WhenceException(
          "Cannot show table " + table.name(),
          rows + " rows",
          "0 to " + MOST_ROWS + " rows",
          "select what matters first: where, sortOn, summarize");
    }
    int shown = Math.min(rows, table.rowCount());
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    for (Column<?> column : table.columns()) {
      html.append("<th").append(side(column)).append(CellOutput.escape(column.name()));
      html.append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (int row = 0; row < shown; row++) {
      appendRow(html, table, row);
    }
    html.append("</tbody></table>");
    String rest = rest(table.rowCount() - shown);
    return CellOutput.html(
        rest.isEmpty() ? html.toString() : html + "<p>" + rest + "</p>",
        table.first(shown).print(Math.max(1, shown)) + (rest.isEmpty() ? "" : "\n" + rest));
  }

  private static void appendRow(StringBuilder html, Table table, int row) {
    html.append("<tr>");
    for (Column<?> column : table.columns()) {
      html.append("<td")
          .append(side(column))
          .append(CellOutput.escape(column.getString(row)))
          .append("</td>");
    }
    html.append("</tr>");
  }

  /** Numbers stand right, words left. */
  private static String side(Column<?> column) {
    String side = column instanceof NumericColumn ? "right" : "left";
    return " style=\"text-align:" + side + "\">";
  }

  private static String rest(int more) {
    return more == 0 ? "" : "… " + more + (more == 1 ? " more row" : " more rows");
  }
}
