package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.evaluate.measure.DetectedClip;
import whence.evaluate.measure.DetectionScores;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;

class ConfidenceTest {

  /** The published code sums 12,544 numbers in float32. */
  private static final double SINGLE_PRECISION = 2e-6;

  /** The file's numbers have 12 digits. */
  private static final double PRINTED = 1e-9;

  @Test
  void clipsAreAsSureAsThePublishedCodeMakesThem() {
    Map<String, Map<String, String>> expected = GoldenSample.table("slavc_confidences.csv");
    int compared = 0;
    for (GoldenSample sample : GoldenSample.read("slavc_samples.json")) {
      double published = Double.parseDouble(expected.get(sample.id()).get("conf_av"));
      assertThat(Confidence.of(new PreparedMap(sample.av())))
          .as(sample.id())
          .isCloseTo(published, within(SINGLE_PRECISION));
      compared++;
    }
    assertThat(compared).isEqualTo(60);
  }

  /** From maps to the numbers. */
  @Test
  void detectionOverTheWholeSet() {
    Map<String, Map<String, String>> facts = GoldenSample.table("slavc_confidences.csv");
    List<DetectedClip> clips = new ArrayList<>();
    for (GoldenSample sample : GoldenSample.read("slavc_samples.json")) {
      clips.add(
          new DetectedClip(
              !facts.get(sample.id()).get("bb").equals("0"),
              Protocol.SLAVC.ciou(sample.av(), sample.truth()),
              Confidence.of(new PreparedMap(sample.av()))));
    }
    JsonNode expected =
        GoldenSample.json("slavc_aggregate.json").get("aggregate_float32_maps").get("slavc_rel_av");
    DetectionScores scores = DetectionScores.asPublished(clips, 0.5);
    assertThat(scores.averagePrecision())
        .isCloseTo(expected.get("AP_all50").asDouble(), within(PRINTED));
    assertThat(scores.maxF1()).isCloseTo(expected.get("maxF1_all50").asDouble(), within(PRINTED));
    assertThat(scores.localisationAccuracy())
        .isCloseTo(expected.get("LocAcc_Precision_visible50").asDouble(), within(PRINTED));
  }

  @Test
  void aConstantMapIsAsSureAsItsValue() {
    assertThat(Confidence.of(new PreparedMap(HeatMaps.constant(3, 3, 0.5f)))).isEqualTo(0.75);
    HeatMap mostly = Scores.boxMap(0, 0, 28, 224, 1); // an eighth of the frame
    assertThat(Confidence.of(new PreparedMap(mostly))).isEqualTo(0.75);
  }
}
