package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.heatmap.Mask;
import whence.heatmap.Overlap;

class OracleBoundTest {

  @Test
  void noSetOfAnySizeDoesBetter() {
    long seed = 3;
    Random random = new Random(seed);
    for (int trial = 0; trial < 60; trial++) {
      float[] g = new float[8];
      for (int i = 0; i < g.length; i++) {
        g[i] = Math.max(0, random.nextInt(5) - 2) / 2f;
      }
      HeatMap truth = new HeatMap(2, 4, g);
      double[] best = new double[9];
      for (int set = 0; set < 256; set++) {
        boolean[] cells = new boolean[8];
        for (int i = 0; i < 8; i++) {
          cells[i] = (set >> i & 1) == 1;
        }
        int size = Integer.bitCount(set);
        best[size] = Math.max(best[size], Overlap.ciou(new Mask(2, 4, cells), truth));
      }
      for (int size = 0; size <= 8; size++) {
        assertThat(GradedTruth.of(truth).bestCiou(size))
            .as("seed %d, trial %d, size %d", seed, trial, size)
            .isCloseTo(best[size], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void noMapDoesBetter(Protocol protocol) {
    long seed = 14;
    Random random = new Random(seed);
    for (int trial = 0; trial < 8; trial++) {
      int side = 20 + random.nextInt(200);
      HeatMap truth = Scores.boxMap(5, 5, 5 + side, 5 + side, trial % 2 == 0 ? 1 : 0.5f);
      float[] values = new float[224 * 224];
      for (int i = 0; i < values.length; i++) {
        // The truth itself with a little noise, so that all values differ.
        values[i] = truth.values()[i] + (trial < 4 ? 0.4f : 2) * random.nextFloat();
      }
      HeatMap map = new HeatMap(224, 224, values);
      GradedTruth prepared = GradedTruth.of(truth);
      assertThat(protocol.ciou(map, truth))
          .as("seed %d, trial %d", seed, trial)
          .isLessThanOrEqualTo(protocol.bound(prepared));
      assertThat(protocol.adaptiveCiou(map, truth))
          .as("seed %d, trial %d", seed, trial)
          .isLessThanOrEqualTo(protocol.adaptiveBound(prepared));
    }
  }

  /** A truth of a quarter of the frame (12,544 of 50,176 pixels). */
  @ParameterizedTest
  @CsvSource({
    "WHENCE, 1",
    "LVS, 0.50001993", // 12544 / 25087
    "EZ_VSL, 0.5", // 12544 / 25088
    "SLAVC, 0.5",
    "ALIGN, 0.50001993",
    "SSPL_FIXED, 1",
    "DSOL, 1",
    "AVSBENCH, 1"
  })
  void aMedianRuleCannotFindAQuarter(Protocol protocol, double expected) {
    GradedTruth quarter = GradedTruth.of(Scores.boxMap(0, 0, 112, 112, 1));
    assertThat(protocol.bound(quarter)).isCloseTo(expected, within(1e-8));
    assertThat(protocol.adaptiveBound(quarter)).isEqualTo(12_543 / 12_544.0);
  }

  @Test
  void nothingToFindIsFoundByAvsbenchAlone() {
    GradedTruth nothing = GradedTruth.of(HeatMaps.constant(224, 224, 0));
    for (Protocol protocol : Protocol.values()) {
      assertThat(protocol.bound(nothing)).isEqualTo(protocol == Protocol.AVSBENCH ? 1 : 0);
      assertThat(protocol.adaptiveBound(nothing)).isZero();
    }
    GradedTruth one = GradedTruth.of(Scores.boxMap(0, 0, 1, 1, 1));
    assertThat(Protocol.ALIGN.adaptiveBound(one)).isZero();
  }
}
