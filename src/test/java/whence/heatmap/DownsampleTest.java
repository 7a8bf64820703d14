package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class DownsampleTest {

  private static final GridGeometry HALVES = GridGeometry.halfPixel(2, 4);

  @Test
  void aCellTakesThePixelAtItsCentre() {
    // Centres at 0.5 and 2.5: pixels 1 and 3.
    assertThat(HeatMaps.text(Downsample.atCentres(square(".#.."), HALVES, 2, 2))).isEqualTo("#.#.");
    assertThat(HeatMaps.text(Downsample.atCentres(square("#.#."), HALVES, 2, 2))).isEqualTo("....");
  }

  @Test
  void centresOutsideOfTheFrameTakeTheBorder() {
    GridGeometry beyond = new GridGeometry(4, -2);
    Mask mask = square("#..#");
    assertThat(HeatMaps.text(Downsample.atCentres(mask, beyond, 1, 3))).isEqualTo("#.#");
  }

  @Test
  void coverageIsTheShareOfPixels() {
    HeatMap shares = Downsample.coverage(HeatMaps.box(4, 4, 0, 0, 4, 3), HALVES, 2, 2);
    assertThat(shares.values()).containsExactly(1, 0.5f, 1, 0.5f);
  }

  @Test
  void coverageFollowsAShiftedGridAndClipsAtTheFrame() {
    GridGeometry trunk = new GridGeometry(16, 15);
    Mask firstCell = HeatMaps.box(224, 224, 8, 8, 24, 24);
    HeatMap shares = Downsample.coverage(firstCell, trunk, 14, 14);
    assertThat(shares.at(0, 0)).isEqualTo(1);
    assertThat(shares.at(0, 1)).isZero();
    Mask corner = HeatMaps.box(224, 224, 216, 216, 224, 224);
    assertThat(Downsample.coverage(corner, trunk, 14, 14).at(13, 13)).isEqualTo(1);
  }

  @Test
  void anotherSizeTakesTheNearestPixel() {
    Mask mask = square("##..");
    assertThat(Downsample.nearest(mask, 4, 4)).isSameAs(mask);
    assertThat(HeatMaps.text(Downsample.nearest(mask, 1, 8))).isEqualTo("####....");
    assertThat(HeatMaps.text(Downsample.nearest(mask, 1, 2))).isEqualTo("#.");
  }

  @Test
  void refusesCellsWithoutPixels() {
    assertThatThrownBy(() -> Downsample.coverage(square("#..."), HALVES, 3, 2))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot measure how far a mask covers a cell\n"
                + "  got:      cell (2, 0) of GridGeometry[cellPixels=2.0, firstCentrePixel=0.5]"
                + " holds no pixel\n"
                + "  expected: cells inside a frame of 4 x 4 pixels\n"
                + "  cure:     check the geometry and the number of cells");
  }

  /** Four equal rows. */
  private static Mask square(String row) {
    return new Mask(4, 4, HeatMaps.mask(row.repeat(4)).cells());
  }
}
