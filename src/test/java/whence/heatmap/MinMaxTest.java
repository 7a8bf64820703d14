package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class MinMaxTest {

  @Test
  void stretchesOverZeroToOne() {
    assertThat(MinMax.of(HeatMaps.row(-1, 0, 3)).values()).containsExactly(0, 0.25f, 1);
  }

  @Test
  void aConstantMapStaysAsItIs() {
    HeatMap map = HeatMaps.constant(3, 2, -0.25f);
    assertThat(MinMax.of(map)).isSameAs(map);
    HeatMap single = HeatMaps.row(9);
    assertThat(MinMax.of(single)).isSameAs(single);
  }

  @Test
  void rangesBeyondFloatStayFinite() {
    float big = Float.MAX_VALUE;
    assertThat(MinMax.of(HeatMaps.row(-big, 0, big)).values()).containsExactly(0, 0.5f, 1);
  }

  @Test
  void refusesInfinity() {
    assertThatThrownBy(() -> MinMax.of(HeatMaps.row(1, Float.POSITIVE_INFINITY)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot normalise a heat map")
        .hasMessageContaining("Infinity at row 0, column 1");
  }
}
