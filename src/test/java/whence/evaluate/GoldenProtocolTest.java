package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

/** Agreement with numbers that published evaluation code gave; see PROVENANCE.md beside them. */
class GoldenProtocolTest {

  /** The published code sums in float32: a few boundary pixels of 50,176 may differ. */
  private static final double BOUNDARY_PIXELS = 2e-4;

  /** From this many pixels on a threshold, a cIoU in float is a matter of rounding. */
  private static final int SENSITIVE_PIXELS = 30;

  /** As published aggregates may differ: a curve's step moves by one clip of 40. */
  private static final double AGGREGATE = 5e-3;

  /** The file's numbers have 12 digits. */
  private static final double PRINTED = 1e-9;

  private static final Map<String, Map<String, String>> EXPECTED =
      GoldenSample.table("eval_per_sample.csv");
  private static final Map<String, Map<String, String>> SENSITIVITY =
      GoldenSample.table("eval_sensitivity.csv");
  private static final List<GoldenSample> SAMPLES = GoldenSample.read("eval_samples.json");

  @Test
  void theTruthsAreThoseOfThePublishedReaders() {
    for (GoldenSample sample : SAMPLES) {
      double sum = 0;
      for (float g : sample.truth().values()) {
        sum += g;
      }
      assertThat(sum).as(sample.id()).isEqualTo(number(EXPECTED, sample.id(), "gt_sum"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median, bilinear_half_median",
    "EZ_VSL, ez_av, bilinear_ac_median",
    "ALIGN, align_ez_median, bilinear_ac_median",
    "ALIGN, align_lvs_ac_median, bilinear_ac_median",
    "SSPL_FIXED, sspl_fixed05, bilinear_half_fixed05",
    "SLAVC, slavc_rel_av, bicubic_ac_median",
    "WHENCE, sspl_fixed05, bilinear_half_fixed05"
  })
  void fixedRules(Protocol protocol, String column, String sensitivity) {
    compare(column, sensitivity, sample -> protocol.ciou(sample.av(), sample.truth()));
  }

  @ParameterizedTest
  @CsvSource({
    "ALIGN, align_ez_adap, bilinear_ac_adaptive",
    "ALIGN, align_lvs_ac_adap, bilinear_ac_adaptive",
    "WHENCE, align_lvs_cv2_adap, bilinear_half_adaptive"
  })
  void sizeAdaptiveRules(Protocol protocol, String column, String sensitivity) {
    compare(column, sensitivity, sample -> protocol.adaptiveCiou(sample.av(), sample.truth()));
  }

  @Test
  void bicubicEnlargementOfTheTrainingChecks() {
    compare(
        "ez_train_bicubic_half",
        "bicubic_half_median",
        sample ->
            Overlap.ciou(
                Threshold.atOrAboveMedian(MinMax.of(Resize.BICUBIC.to(sample.av(), 224, 224))),
                sample.truth()));
  }

  @Test
  void halfPixelEnlargementWithTheRuleOfAlign() {
    compare(
        "align_lvs_cv2_median",
        "bilinear_half_median",
        sample ->
            Overlap.ciou(
                Threshold.aboveMedian(MinMax.of(Resize.BILINEAR.to(sample.av(), 224, 224))),
                sample.truth()));
  }

  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median",
    "EZ_VSL, ez_av",
    "ALIGN, align_ez_median",
    "SSPL_FIXED, sspl_fixed05"
  })
  void constantMaps(Protocol protocol, String column) {
    int compared = 0;
    for (GoldenSample sample : SAMPLES) {
      if (text(EXPECTED, sample.id(), "kind").startsWith("const")) {
        assertThat(protocol.ciou(sample.av(), sample.truth()))
            .as(sample.id())
            .isCloseTo(number(EXPECTED, sample.id(), column), within(PRINTED));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  void objectMaps() {
    for (GoldenSample sample : SAMPLES) {
      assertThat(Protocol.EZ_VSL.ciou(sample.object(), sample.truth()))
          .as(sample.id())
          .isCloseTo(number(EXPECTED, sample.id(), "ez_obj"), within(BOUNDARY_PIXELS));
    }
  }

  @Test
  void aggregatesOfThePublishedCode() {
    Map<String, Map<String, String>> aggregates = GoldenSample.table("eval_aggregate.csv");
    for (String column : aggregates.keySet()) {
      List<ClipScore> scores = new ArrayList<>();
      EXPECTED.keySet().forEach(id -> scores.add(score(id, column)));
      assertMean(Metric.SUCCESS_FIXED, scores, number(aggregates, column, "success50"));
      assertMean(Metric.MEAN_CIOU, scores, number(aggregates, column, "mean_ciou"));
      assertMean(Metric.AUC, scores, number(aggregates, column, "auc"));
    }
  }

  /** Success rates of whole sets, from maps to the number. */
  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median",
    "EZ_VSL, ez_av",
    "ALIGN, align_ez_median",
    "SSPL_FIXED, sspl_fixed05"
  })
  void aggregatesOfTheProtocolsAreThePublishedOnes(Protocol protocol, String column) {
    assertAggregates(column, sample -> protocol.ciou(sample.av(), sample.truth()));
  }

  @ParameterizedTest
  @CsvSource({"ALIGN, align_ez_adap", "WHENCE, align_lvs_cv2_adap"})
  void sizeAdaptiveAggregatesAreThePublishedOnes(Protocol protocol, String column) {
    assertAggregates(column, sample -> protocol.adaptiveCiou(sample.av(), sample.truth()));
  }

  private static void assertAggregates(String column, ToDoubleFunction<GoldenSample> ciou) {
    Map<String, Map<String, String>> aggregates = GoldenSample.table("eval_aggregate.csv");
    List<ClipScore> scores = new ArrayList<>();
    for (GoldenSample sample : SAMPLES) {
      scores.add(Scores.ciou(sample.id(), ciou.applyAsDouble(sample)));
    }
    assertThat(mean(Metric.SUCCESS_FIXED, scores))
        .isCloseTo(number(aggregates, column, "success50"), within(PRINTED));
    assertThat(mean(Metric.AUC, scores))
        .isCloseTo(number(aggregates, column, "auc"), within(AGGREGATE));
    assertThat(mean(Metric.MEAN_CIOU, scores))
        .isCloseTo(number(aggregates, column, "mean_ciou"), within(AGGREGATE));
  }

  @Test
  void samplesWithClipsThatHaveNoSource() {
    Map<String, Map<String, String>> expected = GoldenSample.table("slavc_per_sample.csv");
    Map<String, Map<String, String>> sensitivity = GoldenSample.table("slavc_sensitivity.csv");
    int compared = 0;
    for (GoldenSample sample : GoldenSample.read("slavc_samples.json")) {
      String sensitive = text(expected, sample.id(), "columns_sensitive_to_float_order");
      if (number(sensitivity, sample.id(), "bicubic_ac_median") <= SENSITIVE_PIXELS
          && !sensitive.contains("slavc_rel_av")) {
        assertThat(Protocol.SLAVC.ciou(sample.av(), sample.truth()))
            .as(sample.id())
            .isCloseTo(number(expected, sample.id(), "slavc_rel_av"), within(BOUNDARY_PIXELS));
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(40);
  }

  private static void compare(
      String column, String sensitivity, ToDoubleFunction<GoldenSample> ciou) {
    int compared = 0;
    for (GoldenSample sample : SAMPLES) {
      String id = sample.id();
      String sensitive = text(EXPECTED, id, "columns_sensitive_to_float_order");
      if (number(SENSITIVITY, id, sensitivity) <= SENSITIVE_PIXELS
          && !List.of(sensitive.split("\\|")).contains(column)) {
        assertThat(ciou.applyAsDouble(sample))
            .as("%s of %s", column, id)
            .isCloseTo(number(EXPECTED, id, column), within(BOUNDARY_PIXELS));
        compared++;
      }
    }
    assertThat(compared).as("samples compared").isGreaterThanOrEqualTo(24);
  }

  private static ClipScore score(String id, String column) {
    return Scores.ciou(id, number(EXPECTED, id, column));
  }

  private static double mean(Metric metric, List<ClipScore> scores) {
    return Bootstrap.defaults().mean(metric.of(scores)).value();
  }

  private static void assertMean(Metric metric, List<ClipScore> scores, double expected) {
    assertThat(mean(metric, scores)).as(metric.label()).isCloseTo(expected, within(PRINTED));
  }

  private static double number(Map<String, Map<String, String>> table, String id, String column) {
    return Double.parseDouble(text(table, id, column));
  }

  private static String text(Map<String, Map<String, String>> table, String id, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(table.get(id), id).get(column), column);
  }
}
