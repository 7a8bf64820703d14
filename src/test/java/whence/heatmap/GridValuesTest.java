package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class GridValuesTest {

  @Test
  void cellsAreCountedRowByRow() {
    assertThat(new HeatMap(2, 2, new float[] {1, 2, 3, 4}).at(1, 0)).isEqualTo(3);
    assertThat(HeatMaps.box(2, 2, 1, 0, 2, 1).at(1, 0)).isTrue();
  }

  @Test
  void refusesSizesThatDoNotFit() {
    assertThatThrownBy(() -> new HeatMap(2, 3, new float[5]))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("5 values")
        .hasMessageContaining("6 values, height and width at least 1");
    assertThatThrownBy(() -> new HeatMap(0, 3, new float[0])).hasMessageContaining("0 x 3");
    assertThatThrownBy(() -> new Mask(2, 3, new boolean[5]))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("5 values");
    assertThatThrownBy(() -> new Mask(3, 0, new boolean[0])).hasMessageContaining("3 x 0");
  }
}
