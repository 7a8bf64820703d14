package whence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import whence.evaluate.ClipScorer;
import whence.experiment.MetricRow;
import whence.experiment.Provenance;
import whence.experiment.Revision;
import whence.figure.ScoresTable;

/** The results in README.md, made of the files of a figures folder alone. */
final class ResultsBlock {
  private static final String NONE =
      "No run committed yet: `environment/run` makes the figures and the numbers.\n";

  private ResultsBlock() {}

  /** Markdown of {@code scores.csv} and {@code scores.json}, or a line that there are none. */
  static String of(Path figures) {
    Path scores = figures.resolve("scores.csv");
    if (!Files.exists(scores)) {
      return NONE;
    }
    Provenance made = Provenance.read(figures.resolve("scores.json"));
    return "Per cent, means over clips with 95 % bootstrap intervals. Protocol `"
        + ClipScorer.description()
        + "`.\n\n"
        + ScoresTable.markdown(scores(scores))
        + "\nMade by `"
        + made.command()
        + "` with seed "
        + made.seeds().values().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " on "
        + made.span().started().atZone(ZoneOffset.UTC).toLocalDate()
        + ", revision `"
        + made.revision().commit()
        + "`"
        + (made.revision().tree() == Revision.Tree.DIRTY ? " with changes" : "")
        + ", in "
        + minutes(made)
        + " minutes (its last call, downloads included if there were any), by "
        + made.machine().backend()
        + ", "
        + made.machine().jdk()
        + ". Numbers: [scores.csv](figures/scores.csv), all about the run:"
        + " [scores.json](figures/scores.json).\n";
  }

  private static long minutes(Provenance made) {
    Duration took = Duration.between(made.span().started(), made.span().finished());
    return Math.round(took.toSeconds() / 60.0);
  }

  /** The rows behind a table of scores, read back from its numbers. */
  static List<MetricRow> scores(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<MetricRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Arrays.asList(line.split(",", -1));
      for (String metric : MetricRow.METRICS) {
        int column = header.indexOf(metric);
        if (column >= 0 && !fields.get(column).isEmpty()) {
          rows.add(row(fields, column, metric));
        }
      }
    }
    return rows;
  }

  private static MetricRow row(List<String> fields, int column, String metric) {
    return new MetricRow(
        Integer.parseInt(fields.get(2)),
        fields.get(0),
        fields.get(1),
        metric,
        number(fields.get(column)),
        number(fields.get(column + 1)),
        number(fields.get(column + 2)),
        Integer.parseInt(fields.get(column + 3)));
  }

  private static double number(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }
}
