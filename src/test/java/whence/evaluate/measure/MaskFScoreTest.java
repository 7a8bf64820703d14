package whence.evaluate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;

class MaskFScoreTest {

  private static final double SINGLE_PRECISION = 1e-6;

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

  private static double f(float[]... curves) {
    return MaskFScore.of(List.of(curves), BOOTSTRAP).orElseThrow().value();
  }

  @Test
  void everyThresholdAgreesWithThePlainFormula() {
    long seed = 2;
    Random random = new Random(seed);
    float[] values = new float[400];
    float[] g = new float[400];
    for (int i = 0; i < values.length; i++) {
      // Values on thresholds, between them, and outside of [0, 1].
      values[i] = i % 2 == 0 ? random.nextInt(255) / 254f : 1.4f * random.nextFloat() - 0.2f;
      g[i] = random.nextInt(3) == 0 ? 1 : 0;
    }
    HeatMap map = new HeatMap(20, 20, values);
    HeatMap truth = new HeatMap(20, 20, g);
    float[] curve = MaskFScore.curve(map, GradedTruth.of(truth));
    assertThat(curve).hasSize(255);
    for (int k = 0; k < 255; k++) {
      double threshold = (1 - 1e-10) * k / 254;
      double right = 0;
      double predicted = 0;
      double wanted = 0;
      for (int i = 0; i < 400; i++) {
        predicted += values[i] >= threshold ? 1 : 0;
        right += values[i] >= threshold ? g[i] : 0;
        wanted += g[i];
      }
      double precision = right / (predicted + 1e-20);
      double recall = right / (wanted + 1e-20);
      double f = 1.3 * precision * recall / (0.3 * precision + recall);
      assertThat((double) curve[k])
          .as("seed %d, threshold %d", seed, k)
          .isCloseTo(Double.isNaN(f) ? 0 : f, within(SINGLE_PRECISION));
    }
  }

  /** Beyond 8.4e6, 254 times a value is beyond all integers. */
  @Test
  void valuesBeyondAllIntegersAreBeyondEveryThreshold() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(1, 0));
    for (float large : new float[] {8.4e6f, 8.5e6f, 1e30f, Float.MAX_VALUE}) {
      float[] curve = MaskFScore.curve(HeatMaps.row(large, -large), truth);
      assertThat(curve).as("value %s", large).containsOnly(1);
    }
  }

  @Test
  void theMaximumIsTakenAfterTheMeanOverTheDataSet() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(1, 0));
    // Right above 0.25 only, right up to 0.25 only: no threshold suits both.
    float[] high = MaskFScore.curve(HeatMaps.row(0.9f, 0.3f), truth);
    float[] low = MaskFScore.curve(HeatMaps.row(0.2f, 0.1f), truth);
    assertThat(f(high)).isCloseTo(1, within(SINGLE_PRECISION));
    assertThat(f(low)).isCloseTo(1, within(SINGLE_PRECISION));
    // Together: thresholds in (0.1, 0.2] give 1 for the second and precision 1/2 for the first.
    double half = 1.3 * 0.5 / (0.3 * 0.5 + 1);
    assertThat(f(high, low)).isCloseTo((1 + half) / 2, within(SINGLE_PRECISION));
  }

  @Test
  void theMaximumIsLookedForAnewInEveryDraw() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(1, 0));
    float[] high = MaskFScore.curve(HeatMaps.row(0.9f, 0.3f), truth);
    float[] low = MaskFScore.curve(HeatMaps.row(0.2f, 0.1f), truth);
    Estimate both = MaskFScore.of(List.of(high, low), BOOTSTRAP).orElseThrow();
    // A draw has both, or twice the same, which one threshold then suits.
    assertThat(both.low()).isCloseTo(both.value(), within(SINGLE_PRECISION));
    assertThat(both.high()).isCloseTo(1, within(SINGLE_PRECISION));
    assertThat(both.n()).isEqualTo(2);
  }

  @Test
  void nothingRightIsZeroAndNoMaskIsNotANumber() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(1, 0));
    assertThat(f(MaskFScore.curve(HeatMaps.row(-1, -1), truth))).isZero();
    assertThat(MaskFScore.of(List.of(), BOOTSTRAP)).isEmpty();
  }
}
