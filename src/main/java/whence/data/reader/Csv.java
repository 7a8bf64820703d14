package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;

/** Small tables of the data sets: commas between fields, quotes around a field that has one. */
final class Csv {
  private final Path file;
  private final List<List<String>> rows = new ArrayList<>();

  private Csv(Path file) {
    this.file = file;
  }

  /**
   * Reads a table whole.
   *
   * @throws WhenceException if the file cannot be read or a quote is not closed
   */
  static Csv read(Path file) {
    Csv csv = new Csv(file);
    int number = 0;
    for (String line : IdList.lines(file)) {
      number++;
      if (!line.isBlank()) {
        csv.rows.add(csv.fields(line, number));
      }
    }
    return csv;
  }

  /** All lines that are not blank, the first one too. */
  List<List<String>> rows() {
    return rows;
  }

  /**
   * The column of a name in the first line, ignoring case.
   *
   * @throws WhenceException if there is none of these names
   */
  int column(String... names) {
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    for (String name : names) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).strip().equalsIgnoreCase(name)) {
          return i;
        }
      }
    }
    throw refusal("a first line of " + header, "a column called " + String.join(" or ", names));
  }

  /**
   * One field of a line.
   *
   * @throws WhenceException if the line is too short
   */
  String field(List<String> row, int column) {
    if (column >= row.size()) {
      throw refusal(
          "a line of " + row.size() + " fields: " + row, (column + 1) + " fields or more");
    }
    return row.get(column).strip();
  }

  private List<String> fields(String line, int number) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw refusal("a quote that is not closed in line " + number, "quotes in pairs");
    }
    fields.add(field.toString());
    return fields;
  }

  WhenceException refusal(String got, String expected) {
    return new WhenceException(
        "Cannot read the list " + file, got, expected, "use the list as the data set has it");
  }
}
