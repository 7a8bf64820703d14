package whence.notebook;

import java.util.Locale;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.model.EncoderSummary;

/** The layers of a dual encoder as a table. */
final class EncoderHtml {
  private EncoderHtml() {}

  static CellOutput of(EncoderSummary summary) {
    StringColumn layer = StringColumn.create("layer");
    StringColumn does = StringColumn.create("does");
    StringColumn shape = StringColumn.create("output shape");
    LongColumn parameters = LongColumn.create("parameters");
    for (EncoderSummary.Layer row : summary.layers()) {
      layer.append(row.name());
      does.append(row.does());
      shape.append(row.shape());
      parameters.append(row.parameters());
    }
    Table table = Table.create("dual encoder", layer, does, shape, parameters);
    CellOutput rows = TableHtml.of(table, table.rowCount());
    String total =
        String.format(Locale.ROOT, "%,d trained parameters in all", summary.parameters());
    return CellOutput.html(
        rows.forms().get("text/html") + Html.line(total), rows.plain() + "\n" + total);
  }
}
