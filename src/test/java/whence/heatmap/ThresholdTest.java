package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class ThresholdTest {

  private static final HeatMap STEPS = HeatMaps.row(3, 0, 2, 1, 5, 4);

  @Test
  void theMedianIsTheUpperMiddleValue() {
    assertThat(HeatMaps.text(Threshold.aboveMedian(STEPS))).isEqualTo("....##");
    assertThat(HeatMaps.text(Threshold.atOrAboveMedian(STEPS))).isEqualTo("#...##");
  }

  @Test
  void aConstantMapIsNothingStrictlyAndEverythingOtherwise() {
    HeatMap flat = HeatMaps.constant(4, 4, 0.25f);
    assertThat(Threshold.aboveMedian(flat).count()).isZero();
    assertThat(Threshold.sizeAdaptive(flat, 5).count()).isZero();
    assertThat(Threshold.atOrAboveMedian(flat).count()).isEqualTo(16);
    assertThat(Threshold.atLeast(flat, 0.25).count()).isEqualTo(16);
    assertThat(Threshold.atLeast(flat, 0.3).count()).isZero();
  }

  @Test
  void aShareOfTheRangeIsTheFixedThresholdOfTheStretchedMap() {
    HeatMap shifted = HeatMaps.row(13, 10, 12, 11, 15, 14);
    for (double share = 0; share <= 1; share += 0.125) {
      assertThat(HeatMaps.text(Threshold.atLeastOfRange(shifted, share)))
          .isEqualTo(HeatMaps.text(Threshold.atLeast(MinMax.of(shifted), share)));
    }
    assertThat(HeatMaps.text(Threshold.atLeastOfRange(STEPS, 0.6))).isEqualTo("#...##");
    assertThat(Threshold.atLeastOfRange(HeatMaps.constant(4, 4, -2), 1).count()).isEqualTo(16);
    // the range is not exact in binary, and the highest cell is in all the same
    assertThat(Threshold.atLeastOfRange(HeatMaps.row(-0.1f, 0.7f), 1).count()).isEqualTo(1);
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Threshold.atLeastOfRange(STEPS, bad))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("share " + bad)
          .hasMessageContaining("a number in [0, 1]");
    }
  }

  @Test
  void sizeAdaptiveTakesOneLessThanTheTruth() {
    assertThat(HeatMaps.text(Threshold.sizeAdaptive(STEPS, 3))).isEqualTo("....##");
    assertThat(HeatMaps.text(Threshold.sizeAdaptive(STEPS, 1))).isEqualTo("......");
    assertThat(HeatMaps.text(Threshold.sizeAdaptive(STEPS, 6))).isEqualTo("#.####");
  }

  @Test
  void sizeAdaptiveWithoutTruthTakesHalf() {
    assertThat(HeatMaps.text(Threshold.sizeAdaptive(STEPS, 0)))
        .isEqualTo(HeatMaps.text(Threshold.sizeAdaptive(STEPS, 3)));
    assertThat(Threshold.sizeAdaptive(HeatMaps.row(7), 0).count()).isZero();
  }

  @Test
  void tiesAtTheThresholdStayOutTogether() {
    HeatMap ties = HeatMaps.row(1, 2, 2, 2, 3, 0);
    assertThat(HeatMaps.text(Threshold.sizeAdaptive(ties, 3))).isEqualTo("....#.");
  }

  @Test
  void refusesNanAndATruthLargerThanTheMap() {
    assertThatThrownBy(() -> Threshold.sizeAdaptive(STEPS, 7))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot binarise a heat map by the size of the truth\n"
                + "  got:      7 cells\n"
                + "  expected: 0 to 6 cells\n"
                + "  cure:     count the truth on the same grid as the map");
    assertThatThrownBy(() -> Threshold.sizeAdaptive(STEPS, -1)).hasMessageContaining("-1 cells");
    HeatMap broken = HeatMaps.row(0, Float.NaN);
    assertThatThrownBy(() -> Threshold.aboveMedian(broken)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Threshold.atOrAboveMedian(broken)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Threshold.atLeast(broken, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Threshold.atLeastOfRange(broken, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Threshold.sizeAdaptive(broken, 1)).hasMessageContaining("NaN");
  }
}
