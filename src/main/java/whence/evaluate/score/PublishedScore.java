package whence.evaluate.score;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.evaluate.TextTable;

/**
 * A number that its authors printed. Protocol, clips and training data are theirs and differ from
 * row to row: such numbers are for orientation and are no rows of a measurement.
 *
 * @param method name and year
 * @param trainedOn as its authors say, or {@code not stated}
 * @param testSet such as {@code VGG-SS}
 * @param metric as its authors name it, but "success @0.5" for what they print as "cIoU"
 * @param perCent as printed
 * @param source where it was printed
 */
public record PublishedScore(
    String method, String trainedOn, String testSet, String metric, String perCent, String source) {

  private static final String RESOURCE = "published-scores.tsv";

  /** All that are known, by method. */
  public static List<PublishedScore> all() {
    return text()
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(part -> new PublishedScore(part[0], part[1], part[2], part[3], part[4], part[5]))
        .toList();
  }

  /** A table that says whose numbers they are. */
  public static String table(List<PublishedScore> scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("method", "trained on", "test set", "metric", "per cent", "source"));
    for (PublishedScore score : scores) {
      rows.add(
          List.of(
              score.method,
              score.trainedOn,
              score.testSet,
              score.metric,
              score.perCent,
              score.source));
    }
    return "PRINTED BY OTHERS, not measured here: other protocols, clips and training data; per"
        + " cent\n"
        + TextTable.aligned(rows);
  }

  private static String text() {
    try (InputStream in = PublishedScore.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out the resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the resource " + RESOURCE, e);
    }
  }
}
