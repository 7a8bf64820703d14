package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.engine.Weights;
import whence.media.Picture;

class TrunkTest {
  /** Cells; a grid thought to be centred would be wrong by 7.5 / 16 = 0.47. */
  private static final double CELL_TOLERANCE = 0.1;

  /**
   * Forty batches make 1,240 MB of activations, which a leak would keep; the Java heap and arrays
   * that wait for the collector move resident memory by up to 500 MB, then it stands still.
   */
  private static final long MEMORY_TOLERANCE = 800L << 20;

  @Test
  void aBrightSquareIsFoundWhereTheGeometrySays() {
    TrunkSettings settings = TrunkSettings.defaults();
    assertThat(settings.cellPixels()).isEqualTo(16);
    assertThat(settings.firstCentrePixel()).isEqualTo(15);
    assertThat(settings.cells()).isEqualTo(14);
    assertThat(settings.channels()).isEqualTo(112);
    try (Weights weights = TestWeights.averaging(10);
        Trunk trunk = Trunk.of(weights, settings)) {
      for (int centre : new int[] {71, 79, 108, 151}) {
        double[] cell = centreOfMass(trunk, square(centre, 222 - centre, 9));
        assertThat(cell[0]).as("x %d", centre).isCloseTo((centre - 15) / 16.0, tolerance());
        assertThat(cell[1]).as("y %d", centre).isCloseTo((207 - centre) / 16.0, tolerance());
      }
    }
  }

  @Test
  void bothLayoutsAndAnyBatchGiveTheSameCells() {
    Picture one = square(60, 100, 20);
    Picture two = square(150, 40, 31);
    TrunkSettings settings = TrunkSettings.defaults().withLastBlock(2);
    try (Weights weights = TestWeights.formula(2);
        Trunk planes = Trunk.of(weights, settings);
        Trunk cells = Trunk.of(weights, settings.withLayout(TrunkSettings.Layout.NHWC))) {
      float[] both = features(planes, List.of(one, two));
      assertThat(both).hasSize(2 * 56 * 56 * 24);
      float[] alone = features(planes, List.of(two));
      assertThat(Arrays.copyOfRange(both, 56 * 56 * 24, both.length))
          .containsExactly(alone, within(1e-4f));
      assertThat(features(cells, List.of(one, two))).containsExactly(both, within(1e-4f));
      assertThat(planes.key()).isEqualTo(cells.key()).startsWith("efficientnet-lite0/block2/");
    }
  }

  @Test
  void refusesOtherPictures() {
    try (Weights weights = TestWeights.formula(0);
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults().withLastBlock(0))) {
      Picture wide = Picture.opaque(225, 224, new byte[3 * 225 * 224]);
      assertThatThrownBy(() -> trunk.features(List.of(wide)))
          .isInstanceOf(WhenceException.class)
          .hasMessage(
              "Cannot compute trunk features\n"
                  + "  got:      a picture of 225 x 224 pixels\n"
                  + "  expected: at least one picture, each of 224 x 224 pixels\n"
                  + "  cure:     squash each frame to 224 x 224 first, whole, without cropping");
      assertThatThrownBy(() -> trunk.features(List.of())).hasMessageContaining("no picture");
    }
  }

  @Test
  void residentMemoryDoesNotGrowOverBatches() {
    List<Picture> batch = Collections.nCopies(4, square(60, 100, 20));
    try (Weights weights = TestWeights.formula(0);
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults().withLastBlock(0))) {
      repeat(trunk, batch, 33); // past the first release of kept arrays
      long before = Pointer.physicalBytes();
      repeat(trunk, batch, 40);
      assertThat(Pointer.physicalBytes() - before).isLessThan(MEMORY_TOLERANCE);
    }
  }

  private static void repeat(Trunk trunk, List<Picture> batch, int times) {
    for (int i = 0; i < times; i++) {
      trunk.features(batch).close();
    }
  }

  static float[] features(Trunk trunk, List<Picture> pictures) {
    try (INDArray features = trunk.features(pictures)) {
      return Tensors.toArray(features);
    }
  }

  /** Column and row of the centre of all activation, in cells. */
  private static double[] centreOfMass(Trunk trunk, Picture picture) {
    float[] values = features(trunk, List.of(picture));
    int side = trunk.settings().cells();
    int depth = trunk.settings().channels();
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      x += values[i] * (i / depth % side);
      y += values[i] * (i / depth / side);
    }
    return new double[] {x / sum, y / sum};
  }

  /** Grey 127, the network's zero, with a square of side 2 half + 1 a little brighter. */
  static Picture square(int x, int y, int half) {
    byte[] rgb = new byte[3 * 224 * 224];
    Arrays.fill(rgb, (byte) 127);
    for (int r = y - half; r <= y + half; r++) {
      Arrays.fill(rgb, 3 * (r * 224 + x - half), 3 * (r * 224 + x + half + 1), (byte) 255);
    }
    return Picture.opaque(224, 224, rgb);
  }

  private static org.assertj.core.data.Offset<Double> tolerance() {
    return within(CELL_TOLERANCE);
  }
}
