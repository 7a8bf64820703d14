package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class QuantileTest {

  @Test
  void interpolatesBetweenNeighbours() {
    HeatMap map = HeatMaps.row(4, 1, 2, 3);
    assertThat(Quantile.of(map, 0)).isEqualTo(1);
    assertThat(Quantile.of(map, 0.5)).isEqualTo(2.5);
    assertThat(Quantile.of(map, 0.9)).isCloseTo(3.7, within(1e-12));
    assertThat(Quantile.of(map, 1)).isEqualTo(4);
  }

  @Test
  void theDefaultSharesOfAFourteenByFourteenGrid() {
    HeatMap map = HeatMaps.random(14, 14, 11);
    assertThat(Quantile.topFraction(map, 0.08).count()).isEqualTo(16);
    assertThat(Quantile.atOrBelow(map, 0.5).count()).isEqualTo(98);
  }

  @Test
  void tiesAreIncluded() {
    HeatMap map = HeatMaps.row(0, 1, 1, 1, 2, 0);
    assertThat(HeatMaps.text(Quantile.topFraction(map, 0.4))).isEqualTo(".####.");
    assertThat(HeatMaps.text(Quantile.atOrBelow(map, 0.2))).isEqualTo("#....#");
    assertThat(HeatMaps.text(Quantile.atOrBelow(map, 0))).isEqualTo("#....#");
  }

  @Test
  void wholePositionsAreMetInSpiteOfRounding() {
    float[] values = new float[11];
    for (int i = 0; i < 11; i++) {
      values[i] = i;
    }
    HeatMap map = new HeatMap(1, 11, values);
    assertThat(Quantile.of(map, 1 - 0.9)).isEqualTo(1);
    assertThat(Quantile.atOrBelow(map, 1 - 0.9).count()).isEqualTo(2);
  }

  @Test
  void constantAndSingleMapsBelongToBothSets() {
    HeatMap flat = HeatMaps.constant(3, 3, 0.1f);
    assertThat(Quantile.topFraction(flat, 0.08).count()).isEqualTo(9);
    assertThat(Quantile.atOrBelow(flat, 0.5).count()).isEqualTo(9);
    assertThat(Quantile.topFraction(HeatMaps.row(1), 0.08).count()).isEqualTo(1);
    assertThat(Quantile.topFraction(HeatMaps.row(2, 1), 1).count()).isEqualTo(2);
  }

  @Test
  void refusesSharesOutOfRangeAndNan() {
    HeatMap map = HeatMaps.row(1, 2);
    assertThatThrownBy(() -> Quantile.topFraction(map, 8))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot take the highest cells of a heat map\n"
                + "  got:      8.0\n"
                + "  expected: above 0, at most 1\n"
                + "  cure:     shares are fractions, not per cent: write 0.08 for 8 %");
    assertThatThrownBy(() -> Quantile.topFraction(map, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Quantile.atOrBelow(map, 1.5)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> Quantile.of(map, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Quantile.atOrBelow(HeatMaps.row(Float.NaN), 0.5))
        .hasMessageContaining("finite values only");
  }
}
