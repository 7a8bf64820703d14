package whence.evaluate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;

class DetectionScoresTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/evaluate");
  private static final double ROUNDING = 1e-12;

  /** One line of the golden lists, with the area of its truth. */
  private record Listed(DetectedClip clip, double area) {

    boolean belongsTo(String subset) {
      return switch (subset) {
        case "all" -> true;
        case "visible" -> clip.hasSource();
        case "small" -> clip.hasSource() && area < 32 * 32;
        case "medium" -> clip.hasSource() && area >= 32 * 32 && area < 96 * 96;
        case "large" -> clip.hasSource() && area >= 96 * 96 && area < 144 * 144;
        default -> clip.hasSource() && area >= 144 * 144;
      };
    }
  }

  private static Map<String, List<Listed>> lists() throws IOException {
    return Files.readAllLines(GOLDEN.resolve("slavc_lists_input.csv")).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("set,"))
        .map(line -> line.split(","))
        .collect(
            Collectors.groupingBy(
                part -> part[0],
                Collectors.mapping(
                    part ->
                        new Listed(
                            new DetectedClip(
                                !part[1].equals("0"),
                                Double.parseDouble(part[2]),
                                Double.parseDouble(part[3])),
                            Double.parseDouble(part[4])),
                    Collectors.toList())));
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper()
        .readTree(GOLDEN.resolve("slavc_lists_expected.json").toFile())
        .get("expected");
  }

  @Test
  void listsOfAllLengthsAreScoredAsThePublishedCodeDoes() throws IOException {
    JsonNode expected = expected();
    int compared = 0;
    for (Map.Entry<String, List<Listed>> list : lists().entrySet()) {
      JsonNode stats = expected.get(list.getKey()).get("finalize_stats");
      for (int percent : new int[] {50, 75}) {
        for (String subset : List.of("all", "visible", "small", "medium", "large", "huge")) {
          List<DetectedClip> clips =
              list.getValue().stream().filter(l -> l.belongsTo(subset)).map(Listed::clip).toList();
          String name = subset + "@" + percent;
          if (stats.get("AP-" + name).isNull()) {
            assertThat(clips).as(list.getKey() + " " + name).isEmpty();
            continue;
          }
          DetectionScores scores = DetectionScores.asPublished(clips, percent / 100.0);
          assertThat(scores.averagePrecision())
              .as("AP of %s, %s", list.getKey(), name)
              .isCloseTo(stats.get("AP-" + name).asDouble(), within(ROUNDING));
          assertF1(clips, percent / 100.0, stats.get("F1-" + name).asText());
          if (subset.equals("visible")) {
            assertThat(scores.localisationAccuracy())
                .isCloseTo(stats.get("Precision-" + name).asDouble(), within(ROUNDING));
          }
          compared++;
        }
      }
      assertThat(
              DetectionScores.asPublished(list.getValue().stream().map(Listed::clip).toList(), 0.5)
                  .maxF1())
          .as(list.getKey())
          .isCloseTo(expected.get(list.getKey()).get("maxF1_all50").asDouble(), within(ROUNDING));
    }
    assertThat(compared).isGreaterThan(60);
  }

  /** The published code prints per cent with one decimal. */
  private static void assertF1(List<DetectedClip> clips, double threshold, String printed) {
    double[] expected =
        Stream.of(printed.split(" ")).mapToDouble(f1 -> Double.parseDouble(f1) / 100).toArray();
    assertThat(DetectionScores.publishedF1(clips, threshold))
        .containsExactly(expected, within(0.0005 + ROUNDING));
  }

  @Test
  void correctedAveragePrecisionIsTheMeanOfPrecisionsWhereRecallRises() {
    long seed = 31;
    Random random = new Random(seed);
    for (int trial = 0; trial < 50; trial++) {
      List<DetectedClip> clips = new ArrayList<>();
      for (int k = 0; k < 30; k++) {
        clips.add(new DetectedClip(k % 3 > 0, random.nextDouble(), trial % 2 == 0 ? k : k / 4));
      }
      Collections.shuffle(clips, random);
      assertThat(DetectionScores.corrected(clips, 0.5).averagePrecision())
          .as("seed %d, trial %d", seed, trial)
          .isCloseTo(slowAp(clips), within(ROUNDING));
    }
  }

  /** For every found clip: the best precision among thresholds at which it is claimed. */
  private static double slowAp(List<DetectedClip> clips) {
    double sum = 0;
    for (DetectedClip found : clips) {
      if (found.hasSource() && found.ciou() >= 0.5) {
        double best = 0;
        for (DetectedClip at : clips) {
          if (at.confidence() <= found.confidence()) {
            best = Math.max(best, precision(clips, at.confidence()));
          }
        }
        sum += best;
      }
    }
    return sum / clips.stream().filter(DetectedClip::hasSource).count();
  }

  private static double precision(List<DetectedClip> clips, double threshold) {
    List<DetectedClip> claimed = clips.stream().filter(c -> c.confidence() >= threshold).toList();
    return claimed.stream().filter(c -> c.hasSource() && c.ciou() >= 0.5).count()
        / (double) claimed.size();
  }

  @Test
  void aPerfectDetectorHasOneCorrectedAndLosesItsFirstPointAsPublished() {
    List<DetectedClip> clips =
        List.of(
            new DetectedClip(true, 1, 0.9),
            new DetectedClip(true, 1, 0.8),
            new DetectedClip(false, Double.NaN, 0.1));
    assertThat(DetectionScores.corrected(clips, 0.5)).isEqualTo(new DetectionScores(1, 1, 1));
    DetectionScores published = DetectionScores.asPublished(clips, 0.5);
    assertThat(published.maxF1()).isEqualTo(1);
    // The points are thresholds 0.8 and 0.1, where recall is 1 already: no area is left.
    assertThat(published.averagePrecision()).isZero();
  }

  @Test
  void aWrongPlaceIsAMissCorrectedOnly() {
    List<DetectedClip> clips =
        List.of(new DetectedClip(true, 1, 0.9), new DetectedClip(true, 0, 0.8));
    assertThat(DetectionScores.corrected(clips, 0.5).maxF1()).isCloseTo(2 / 3.0, within(ROUNDING));
    assertThat(DetectionScores.corrected(clips, 0.5).averagePrecision()).isEqualTo(0.5);
    // Claimed at the wrong place, the second is no false negative: recall 1 / 1 at 0.8.
    assertThat(DetectionScores.asPublished(clips, 0.5).maxF1())
        .isCloseTo(2 / 3.0, within(ROUNDING));
  }

  @Test
  void withoutSourceThereIsNothingToSayCorrected() {
    List<DetectedClip> clips = List.of(new DetectedClip(false, 0, 0.3));
    assertThat(DetectionScores.corrected(clips, 0.5).averagePrecision()).isNaN();
    assertThat(DetectionScores.corrected(clips, 0.5).localisationAccuracy()).isNaN();
    assertThat(DetectionScores.asPublished(clips, 0.5).averagePrecision()).isZero();
    assertThat(DetectionScores.asPublished(clips, 0.5).maxF1()).isZero();
  }

  /** Every draw of the clips, written out as a list of clips, scores what its counts score. */
  @Test
  void drawsAreScoredAsListsOfTheirClips() {
    long seed = 5;
    Random random = new Random(seed);
    List<DetectedClip> clips = new ArrayList<>();
    for (int k = 0; k < 25; k++) {
      clips.add(new DetectedClip(k % 4 > 0, random.nextDouble(), random.nextInt(12)));
    }
    List<double[]> fromLists = fromLists(clips, random);
    DetectionScores.Intervals intervals =
        DetectionScores.intervals(clips, 0.5, new Bootstrap(300, 3));
    List<Estimate> all =
        List.of(
            intervals.publishedAp(),
            intervals.correctedAp(),
            intervals.publishedF1(),
            intervals.correctedF1());
    for (int k = 0; k < all.size(); k++) {
      int column = k;
      double[] sorted =
          fromLists.subList(1, 301).stream().mapToDouble(d -> d[column]).sorted().toArray();
      assertThat(all.get(k).value()).isEqualTo(fromLists.get(0)[k], within(ROUNDING));
      assertThat(all.get(k).low()).isBetween(sorted[7] - ROUNDING, sorted[8] + ROUNDING);
      assertThat(all.get(k).high()).isBetween(sorted[291] - ROUNDING, sorted[292] + ROUNDING);
      assertThat(all.get(k).low()).isLessThan(all.get(k).high());
    }
  }

  /** The four numbers of the clips themselves, then of 300 draws. */
  private static List<double[]> fromLists(List<DetectedClip> clips, Random random) {
    List<double[]> numbers = new ArrayList<>();
    new Bootstrap(300, 3)
        .ofDraws(
            clips.size(),
            times -> {
              List<DetectedClip> drawn = new ArrayList<>();
              for (int k = 0; k < times.length; k++) {
                drawn.addAll(Collections.nCopies(times[k], clips.get(k)));
              }
              Collections.shuffle(drawn, random);
              DetectionScores published = DetectionScores.asPublished(drawn, 0.5);
              DetectionScores corrected = DetectionScores.corrected(drawn, 0.5);
              numbers.add(
                  new double[] {
                    published.averagePrecision(),
                    corrected.averagePrecision(),
                    published.maxF1(),
                    corrected.maxF1()
                  });
              return new double[0];
            });
    return numbers;
  }
}
