package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import whence.AtomicFile;
import whence.WhenceException;
import whence.evaluate.ClipScore;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Metric;

/**
 * What every clip contributes to every metric, one line a clip and localizer: what intervals over
 * several runs are made of.
 *
 * <p>Columns {@code split,localizer,id} and one a metric, named as in {@code metrics.csv}; an empty
 * field where a metric says nothing about a clip. UTF-8, every line ended by a line feed.
 */
final class ClipScoresCsv {

  private static final String HEADER =
      "split,localizer,id,"
          + Arrays.stream(Metric.values()).map(Metric::label).collect(Collectors.joining(","));

  private static final int NAMES = 3;

  private ClipScoresCsv() {}

  /**
   * One clip under one localizer.
   *
   * @param split the split's label
   * @param localizer its name
   * @param id the clip's id
   * @param values one a metric, in their order; NaN for none
   */
  record Line(String split, String localizer, String id, double[] values) {}

  static void write(Path file, List<EvaluationReport> reports) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (EvaluationReport report : reports) {
      for (ClipScore score : report.scores()) {
        text.append(report.split().label()).append(',').append(report.localizer()).append(',');
        text.append(score.id());
        for (Metric metric : Metric.values()) {
          OptionalDouble value = metric.of(score);
          text.append(',').append(value.isPresent() ? plain(value.getAsDouble()) : "");
        }
        text.append('\n');
      }
    }
    AtomicFile.write(file, text.toString());
  }

  /** Most numbers are 0 or 1. */
  private static String plain(double value) {
    return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
  }

  static List<Line> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
        throw new IllegalArgumentException("another first line");
      }
      List<Line> clips = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        clips.add(line(line));
      }
      return clips;
    } catch (IOException | IllegalArgumentException e) {
      throw new WhenceException(
          "Cannot read the scores of single clips in " + file,
          e.toString(),
          "lines of " + HEADER,
          "judge the run again: environment/whence evaluate and its folder",
          e);
    }
  }

  private static Line line(String text) {
    String[] fields = text.split(",", -1);
    if (fields.length != NAMES + Metric.values().length) {
      throw new IllegalArgumentException("a line of " + fields.length + " fields");
    }
    double[] values = new double[Metric.values().length];
    for (int m = 0; m < values.length; m++) {
      String field = fields[NAMES + m];
      values[m] = field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }
    return new Line(fields[0], fields[1], fields[2], values);
  }
}
