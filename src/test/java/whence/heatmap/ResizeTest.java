package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whence.WhenceException;

class ResizeTest {

  /** One rounding to float of values around 1. */
  private static final float FLOAT_ROUNDING = 1e-6f;

  @Test
  void halfPixelDoublingWeighsOneQuarterAndThreeQuarters() {
    HeatMap map = Resize.BILINEAR.to(HeatMaps.row(0, 4), 1, 4);
    assertThat(map.values()).containsExactly(0, 1, 3, 4);
  }

  @Test
  void alignedCornersSpreadTheOutermostCentresOverTheFrame() {
    HeatMap map = Resize.BILINEAR_ALIGNED.to(HeatMaps.row(0, 4), 1, 5);
    assertThat(map.values()).containsExactly(0, 1, 2, 3, 4);
    assertThat(Resize.BILINEAR_ALIGNED.to(HeatMaps.row(7, 4), 1, 1).values()).containsExactly(7);
  }

  @Test
  void bicubicIsKeysKernel() {
    // Half way between the middle cells of 0 0 1 0: a = -0.75 gives 1/2 - a/8 to each neighbour.
    HeatMap map = Resize.BICUBIC_ALIGNED.to(HeatMaps.row(0, 0, 1, 0), 1, 7);
    assertThat(map.at(0, 3)).isCloseTo(0.59375f, within(FLOAT_ROUNDING));
    assertThat(map.at(0, 4)).isCloseTo(1, within(FLOAT_ROUNDING));
    assertThat(map.at(0, 1)).isCloseTo(-0.09375f, within(FLOAT_ROUNDING));
  }

  @ParameterizedTest
  @EnumSource(Resize.class)
  void agreesWithASlowSumOverAllCells(Resize resize) {
    long seed = 20261122;
    HeatMap map = HeatMaps.random(5, 7, seed);
    HeatMap fast = resize.to(map, 23, 18);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 18; x++) {
        double slow = slowly(resize, map, position(resize, y, 5, 23), position(resize, x, 7, 18));
        assertThat(fast.at(y, x))
            .as("%s at %d, %d, seed %d", resize, y, x, seed)
            .isCloseTo((float) slow, within(FLOAT_ROUNDING));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Resize.class)
  void keepsAMapOfTheWantedSize(Resize resize) {
    HeatMap map = HeatMaps.random(6, 4, 1);
    assertThat(resize.to(map, 6, 4)).isSameAs(map);
  }

  @ParameterizedTest
  @EnumSource(Resize.class)
  void aConstantStaysThatConstant(Resize resize) {
    HeatMap map = resize.to(HeatMaps.constant(7, 7, 0.3f), 224, 224);
    assertThat(map.values()).containsOnly(0.3f);
    assertThat(resize.to(HeatMaps.row(-2), 3, 3).values()).containsOnly(-2f);
    assertThat(resize.description()).contains("bi");
  }

  @Test
  void aGeometryOfEvenCellsIsTheHalfPixelWay() {
    HeatMap map = HeatMaps.random(14, 14, 3);
    HeatMap byGeometry = Resize.bilinear(map, GridGeometry.halfPixel(14, 224), 224, 224);
    assertThat(byGeometry.values()).isEqualTo(Resize.BILINEAR.to(map, 224, 224).values());
  }

  @Test
  void aCellPeaksWhereItsGeometrySaysAndBordersRepeat() {
    float[] values = new float[14];
    values[3] = 1;
    GridGeometry trunk = new GridGeometry(16, 15);
    HeatMap wide = Resize.bilinear(new HeatMap(1, 14, values), trunk, 1, 224);
    assertThat(Peak.of(wide)).isEqualTo(new Peak(0, 16 * 3 + 15, 1));
    float[] first = new float[14];
    first[0] = 1;
    HeatMap border = Resize.bilinear(new HeatMap(1, 14, first), trunk, 1, 224);
    assertThat(border.at(0, 0)).isEqualTo(1);
    assertThat(border.at(0, 15)).isEqualTo(1);
    assertThat(border.at(0, 16)).isLessThan(1);
  }

  @Test
  void refusesNanAndEmptySizes() {
    HeatMap broken = new HeatMap(2, 2, new float[] {0, 1, Float.NaN, 3});
    assertThatThrownBy(() -> Resize.BILINEAR.to(broken, 4, 4))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot resize a heat map\n"
                + "  got:      NaN at row 1, column 0\n"
                + "  expected: finite values only\n"
                + "  cure:     look for a non-finite loss or weight in the network that drew the"
                + " map");
    HeatMap map = HeatMaps.row(1, 2);
    assertThatThrownBy(() -> Resize.BICUBIC.to(map, 0, 4))
        .hasMessageContaining("a wanted size of 0 x 4");
    assertThatThrownBy(() -> Resize.bilinear(map, new GridGeometry(1, 0), 1, 0))
        .hasMessageContaining("a wanted size of 1 x 0");
  }

  private static double position(Resize resize, int pixel, int cells, int pixels) {
    return resize == Resize.BILINEAR || resize == Resize.BICUBIC
        ? (pixel + 0.5) * cells / pixels - 0.5
        : pixel * (cells - 1.0) / (pixels - 1.0);
  }

  /** The kernel at every cell of a grid widened by its repeated border. */
  private static double slowly(Resize resize, HeatMap map, double y, double x) {
    boolean cubic = resize == Resize.BICUBIC || resize == Resize.BICUBIC_ALIGNED;
    double sum = 0;
    for (int row = -3; row < map.height() + 3; row++) {
      for (int column = -3; column < map.width() + 3; column++) {
        float cell =
            map.at(
                Math.min(Math.max(row, 0), map.height() - 1),
                Math.min(Math.max(column, 0), map.width() - 1));
        sum += kernel(cubic, y - row) * kernel(cubic, x - column) * cell;
      }
    }
    return sum;
  }

  private static double kernel(boolean cubic, double signed) {
    double d = Math.abs(signed);
    if (!cubic) {
      return Math.max(0, 1 - d);
    }
    if (d <= 1) {
      return 1.25 * Math.pow(d, 3) - 2.25 * d * d + 1;
    }
    return d < 2 ? -0.75 * (Math.pow(d, 3) - 5 * d * d + 8 * d - 4) : 0;
  }
}
