package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PeakTest {

  @Test
  void findsRowAndColumn() {
    Peak peak = Peak.of(new HeatMap(2, 3, new float[] {0, 1, 2, 3, 9, 4}));
    assertThat(peak).isEqualTo(new Peak(1, 1, 9));
    assertThat(peak.in(HeatMaps.box(2, 3, 1, 1, 2, 2))).isTrue();
    assertThat(peak.in(HeatMaps.box(2, 3, 0, 0, 1, 3))).isFalse();
  }

  @Test
  void ofEqualMaximaTheFirstCounts() {
    assertThat(Peak.of(HeatMaps.row(1, 5, 5))).isEqualTo(new Peak(0, 1, 5));
    assertThat(Peak.of(HeatMaps.constant(3, 3, -1))).isEqualTo(new Peak(0, 0, -1));
  }

  @Test
  void refusesNan() {
    assertThatThrownBy(() -> Peak.of(HeatMaps.row(1, Float.NaN)))
        .hasMessageContaining("Cannot find the peak of a heat map");
  }
}
