package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void labelsAreThoseOfTheMetricsFile() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::label))
        .containsExactly(
            "success_fixed",
            "success_adaptive",
            "mean_ciou",
            "auc",
            "pointing",
            "wrong_object",
            "nonsounding_correlation",
            "sounding_correlation");
    assertThat(Arrays.stream(Metric.values()).map(Metric::title)).doesNotHaveDuplicates();
  }

  @Test
  void exactlyOneHalfIsASuccess() {
    assertThat(Metric.SUCCESS_FIXED.of(Scores.cious(0.5, 0.4999, 1))).containsExactly(1, 0, 1);
    assertThat(Metric.MEAN_CIOU.of(Scores.cious(0.25, 1))).containsExactly(0.25, 1);
  }

  @Test
  void fixedAndAdaptiveAreNotMixedUp() {
    ClipScore score =
        new ClipScore(
            "a",
            0.2,
            OptionalDouble.of(0.7),
            false,
            Optional.of(true),
            OptionalDouble.of(0.4),
            OptionalDouble.of(-0.1));
    assertThat(Metric.SUCCESS_FIXED.of(score)).hasValue(0);
    assertThat(Metric.SUCCESS_ADAPTIVE.of(score)).hasValue(1);
    assertThat(Metric.MEAN_CIOU.of(score)).hasValue(0.2);
    assertThat(Metric.POINTING.of(score)).hasValue(0);
    assertThat(Metric.WRONG_OBJECT.of(score)).hasValue(1);
    assertThat(Metric.SOUNDING_CORRELATION.of(score)).hasValue(0.4);
    assertThat(Metric.NONSOUNDING_CORRELATION.of(score)).hasValue(-0.1);
  }

  @Test
  void clipsWithoutTheMetricAreLeftOut() {
    List<ClipScore> scores = Scores.cious(0.1, 0.9);
    assertThat(Metric.WRONG_OBJECT.of(scores)).isEmpty();
    assertThat(Metric.SOUNDING_CORRELATION.of(scores)).isEmpty();
    assertThat(Metric.POINTING.of(scores)).containsExactly(1, 1);
  }

  @Test
  void theAreaOfOneClip() {
    assertThat(Metric.area(0)).isCloseTo(0.025, within(ROUNDING));
    assertThat(Metric.area(1)).isCloseTo(1, within(ROUNDING));
    assertThat(Metric.area(0.5)).isCloseTo(0.525, within(ROUNDING));
  }

  @Test
  void theMeanOfAreasIsTheAreaUnderTheMeanCurve() {
    long seed = 9;
    Random random = new Random(seed);
    double[] cious = random.doubles(200).toArray();
    double[] curve = new double[21];
    for (int i = 0; i <= 20; i++) {
      double threshold = 0.05 * i;
      curve[i] = Arrays.stream(cious).filter(c -> c >= threshold).count() / 200.0;
    }
    double area = 0;
    for (int i = 1; i <= 20; i++) {
      area += 0.05 * (curve[i - 1] + curve[i]) / 2;
    }
    double mean = Arrays.stream(Metric.AUC.of(Scores.cious(cious))).average().orElse(Double.NaN);
    assertThat(mean).as("seed %d", seed).isCloseTo(area, within(ROUNDING));
  }
}
