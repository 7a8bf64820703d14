package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constant maps and empty truths, as published evaluation code has them; see PROVENANCE.md. */
class GoldenDegenerateTest {

  /** The published code sums in float32: a few boundary pixels of 50,176 may differ. */
  private static final double BOUNDARY_PIXELS = 2e-4;

  /** The file's numbers have 12 digits. */
  private static final double PRINTED = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median",
    "EZ_VSL, ez_av",
    "SLAVC, slavc_rel_av",
    "ALIGN, align_ez_median",
    "ALIGN, align_lvs_ac_median",
    "ALIGN, align_lvs_cv2_median",
    "SSPL_FIXED, sspl_fixed05"
  })
  void whereThePublishedCodeDividesZeroByZeroSoDoesTheProtocol(Protocol protocol, String column) {
    Map<String, Map<String, String>> degenerate =
        GoldenSample.table("eval_degenerate_per_sample.csv");
    for (GoldenSample sample : GoldenSample.read("eval_degenerate_samples.json")) {
      double published = Double.parseDouble(degenerate.get(sample.id()).get(column));
      double ours = protocol.ciou(sample.av(), sample.truth());
      if (Double.isNaN(published)) {
        assertThat(ours).as(sample.id()).isNaN();
      } else {
        assertThat(ours).as(sample.id()).isCloseTo(published, within(BOUNDARY_PIXELS));
      }
      assertThat(Protocol.WHENCE.ciou(sample.av(), sample.truth())).as(sample.id()).isZero();
    }
  }

  /** Constant maps and empty truths are alike under both enlargements. */
  @ParameterizedTest
  @ValueSource(strings = {"align_ez_adap", "align_lvs_ac_adap", "align_lvs_cv2_adap"})
  void sizeAdaptiveSamplesAndAggregatesAreThePublishedOnes(String column) {
    Map<String, Map<String, String>> degenerate =
        GoldenSample.table("eval_degenerate_per_sample.csv");
    List<ClipScore> scores = new ArrayList<>();
    for (GoldenSample sample : GoldenSample.read("eval_degenerate_samples.json")) {
      double published = Double.parseDouble(degenerate.get(sample.id()).get(column));
      double ours = Protocol.ALIGN.adaptiveCiou(sample.av(), sample.truth());
      if (Double.isNaN(published)) {
        assertThat(ours).as(sample.id()).isNaN();
      } else {
        assertThat(ours).as(sample.id()).isCloseTo(published, within(BOUNDARY_PIXELS));
      }
      assertThat(Protocol.WHENCE.adaptiveCiou(sample.av(), sample.truth()))
          .as(sample.id())
          .isZero();
      scores.add(Scores.ciou(sample.id(), ours));
    }
    assertAggregates(column, scores);
  }

  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median",
    "EZ_VSL, ez_av",
    "ALIGN, align_ez_median",
    "SSPL_FIXED, sspl_fixed05"
  })
  void aggregatesWithZeroByZeroAreThePublishedOnes(Protocol protocol, String column) {
    List<ClipScore> scores = new ArrayList<>();
    for (GoldenSample sample : GoldenSample.read("eval_degenerate_samples.json")) {
      scores.add(Scores.ciou(sample.id(), protocol.ciou(sample.av(), sample.truth())));
    }
    assertAggregates(column, scores);
  }

  private static void assertAggregates(String column, List<ClipScore> scores) {
    JsonNode aggregate =
        GoldenSample.json("eval_degenerate_aggregate.json")
            .get("aggregate_float32_maps")
            .get(column);
    assertThat(mean(Metric.AUC, scores))
        .isCloseTo(aggregate.get("auc").asDouble(), within(PRINTED));
    assertThat(mean(Metric.SUCCESS_FIXED, scores)).isZero();
    if (aggregate.get("mean_ciou").isTextual()) { // "NaN"
      assertThat(mean(Metric.MEAN_CIOU, scores)).isNaN();
    } else {
      assertThat(mean(Metric.MEAN_CIOU, scores))
          .isCloseTo(aggregate.get("mean_ciou").asDouble(), within(PRINTED));
    }
  }

  private static double mean(Metric metric, List<ClipScore> scores) {
    return Bootstrap.defaults().mean(metric.of(scores)).value();
  }
}
