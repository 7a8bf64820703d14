package whence.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * {@code metrics.csv}, the numbers of a run in long form, one {@link MetricRow} a line.
 *
 * <p>UTF-8, lines ended by a line feed, the last one too (so a file cut short is noticed), numbers
 * in the shortest form that reads back to the same double, {@code NaN} for none, no quoting.
 */
public final class MetricsCsv {
  /** The first line, exactly. */
  public static final String HEADER = "iteration,split,localizer,metric,value,low,high,n";

  private static final int COLUMNS = 8;
  private static final String CURE =
      "the file was cut short or is not a run's metrics.csv: evaluate the run again";

  private MetricsCsv() {}

  /** Writes {@code rows} in the order given, atomically; no rows give the header alone. */
  public static void write(Path file, List<MetricRow> rows) {
    AtomicFile.write(file, text(rows));
  }

  /** The text of the file. */
  public static String text(List<MetricRow> rows) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (MetricRow row : rows) {
      text.append(row.iteration()).append(',').append(row.split()).append(',');
      text.append(row.localizer()).append(',').append(row.metric()).append(',');
      text.append(row.value()).append(',').append(row.low()).append(',').append(row.high());
      text.append(',').append(row.n()).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws WhenceException naming file and line if it is missing, cut short, or not such a file
   */
  public static List<MetricRow> read(Path file) {
    String text = load(file);
    if (!text.startsWith(HEADER + "\n")) {
      String first = text.lines().findFirst().orElse("an empty file");
      throw refusal(file, 1, "'" + abbreviate(first) + "'", "the header " + HEADER);
    }
    List<String> lines = text.lines().toList();
    if (!text.endsWith("\n")) {
      String last = lines.get(lines.size() - 1);
      throw refusal(
          file,
          lines.size(),
          "'" + abbreviate(last) + "' and no line end",
          "whole lines to the end");
    }
    List<MetricRow> rows = new ArrayList<>();
    for (int line = 2; line <= lines.size(); line++) {
      rows.add(parse(file, line, lines.get(line - 1)));
    }
    return List.copyOf(rows);
  }

  private static MetricRow parse(Path file, int line, String text) {
    String[] f = text.split(",", -1);
    if (f.length != COLUMNS) {
      throw refusal(file, line, f.length + " fields in '" + abbreviate(text) + "'", "8 fields");
    }
    try {
      return new MetricRow(
          Integer.parseInt(f[0]),
          f[1],
          f[2],
          f[3],
          Double.parseDouble(f[4]),
          Double.parseDouble(f[5]),
          Double.parseDouble(f[6]),
          Integer.parseInt(f[7]));
    } catch (NumberFormatException e) {
      throw refusal(file, line, "'" + abbreviate(text) + "'", "numbers as " + HEADER, e);
    } catch (WhenceException e) {
      String reason = e.getMessage() == null ? "" : e.getMessage().replaceAll("\\s*\\n\\s*", "; ");
      throw refusal(file, line, reason, "a row of " + HEADER, e);
    }
  }

  private static String load(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw refusal(file, 1, "bytes that are no UTF-8 text", "the header " + HEADER, e);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the metrics " + file,
          e.toString(),
          "a metrics.csv that a run wrote",
          "finish the run with environment/run, which goes on where it stopped, or check the folder's"
              + " name",
          e);
    }
  }

  private static WhenceException refusal(Path file, int line, String got, String expected) {
    return new WhenceException(what(file, line), got, expected, CURE);
  }

  private static WhenceException refusal(
      Path file, int line, String got, String expected, Exception cause) {
    return new WhenceException(what(file, line), got, expected, CURE, cause);
  }

  private static String what(Path file, int line) {
    return "Cannot read the metrics " + file + ", line " + line;
  }

  private static String abbreviate(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
