package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class GridGeometryTest {

  @Test
  void cellsThatDivideTheFrameAreCentredInTheirPixels() {
    GridGeometry geometry = GridGeometry.halfPixel(14, 224);
    assertThat(geometry).isEqualTo(new GridGeometry(16, 7.5));
    assertThat(geometry.centreOf(13)).isEqualTo(215.5);
  }

  @Test
  void pixelsAndCellsAreInversesOfEachOther() {
    GridGeometry trunk = new GridGeometry(16, 15);
    for (int cell = 0; cell < 14; cell++) {
      assertThat(trunk.cellAt(trunk.centreOf(cell))).isEqualTo(cell);
    }
  }

  @Test
  void refusesWhatIsNoGrid() {
    assertThatThrownBy(() -> new GridGeometry(0, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot place a grid on a frame\n"
                + "  got:      cells of 0.0 pixels, the first centred at 1.0\n"
                + "  expected: a finite cell size above 0 and a finite first centre\n"
                + "  cure:     take GridGeometry.halfPixel(cells, pixels) where the cells divide"
                + " the frame evenly");
    assertThatThrownBy(() -> new GridGeometry(16, Double.NaN)).isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> new GridGeometry(Double.NaN, 1)).isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> GridGeometry.halfPixel(0, 224)).isInstanceOf(WhenceException.class);
  }
}
