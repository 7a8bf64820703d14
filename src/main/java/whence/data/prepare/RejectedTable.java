package whence.data.prepare;

import java.util.Collection;
import whence.data.reader.ManifestRow;

/** The rows of a manifest that have no clip, as a table of {@code id,source,reason,detail}. */
final class RejectedTable {
  private RejectedTable() {}

  /** The table with its header, in the order of the rows; those that have a clip are left out. */
  static String text(Collection<ManifestRow> rows) {
    StringBuilder csv = new StringBuilder("id,source,reason,detail\n");
    for (ManifestRow row : rows) {
      ManifestRow.Rejected why = row.rejected();
      if (why != null) {
        csv.append(field(row.id())).append(',').append(field(row.source().name())).append(',');
        csv.append(why.reason().label()).append(',').append(field(why.detail())).append('\n');
      }
    }
    return csv.toString();
  }

  /** Quoted where a table needs it, RFC 4180. */
  private static String field(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
