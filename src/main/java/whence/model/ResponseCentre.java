package whence.model;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.media.Picture;

/**
 * Where in a picture the cells of a trunk look, measured: a bright square is moved along the
 * diagonal of a grey picture, and the centre of the changed cells is compared with the square's.
 *
 * <p>With {@code e(u)} the squared change of the features of cell u, the response to a square at
 * pixel p is centred at cell {@code c = sum u e(u) / sum e(u)}; the first cell's centre is the mean
 * of {@code p - c * cellPixels} over squares and both axes.
 *
 * <p>Kernels and padding alone put the centre of the fields of view at pixel {@link
 * TrunkSettings#firstCentrePixel} (15 for block 10). Trained kernels make up for most of that
 * shift: the published weights respond around pixel 9, and evenly divided cells would have 7.5.
 * Maps enlarged by the first number point beside their objects.
 */
public final class ResponseCentre {

  private static final int PIXELS = EfficientNetLite0.INPUT_PIXELS;
  private static final int SIDE = 32;
  private static final int[] BACKGROUNDS = {60, 127};
  private static final int BRIGHT = 220;
  private static final int FIRST = 72;
  private static final int LAST = 152;
  private static final int STEP = 10;

  /** Pixels; hides rounding differences between machines. */
  private static final double PRECISION = 0.125;

  private ResponseCentre() {}

  /**
   * Measures a trunk; takes about as long as 20 pictures.
   *
   * @return pixel at which the first cell's response is centred, along either axis
   */
  public static double measure(Trunk trunk) {
    double sum = 0;
    int count = 0;
    for (int background : BACKGROUNDS) {
      float[] blank = features(trunk, square(-PIXELS, background));
      for (int centre = FIRST; centre <= LAST; centre += STEP) {
        double[] change = change(features(trunk, square(centre, background)), blank, trunk);
        sum += centre - trunk.settings().cellPixels() * centroid(change);
        count++;
      }
    }
    double centre = Math.rint(sum / count / PRECISION) * PRECISION;
    if (!Double.isFinite(centre)) {
      throw new WhenceException(
          "Cannot tell where the trunk's cells look",
          "features that a bright square does not change",
          "features of a trained network",
          "check the weights file: it may hold zeros");
    }
    return centre;
  }

  private static float[] features(Trunk trunk, Picture picture) {
    try (INDArray features = trunk.features(List.of(picture))) {
      return Tensors.toArray(features);
    }
  }

  private static double[] change(float[] values, float[] blank, Trunk trunk) {
    int cells = trunk.settings().cells() * trunk.settings().cells();
    int depth = values.length / cells;
    double[] change = new double[cells];
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - blank[i];
      change[i / depth] += difference * difference;
    }
    return change;
  }

  /** Mean of row and column centroid: the square lies on the diagonal. */
  private static double centroid(double[] change) {
    int side = (int) Math.round(Math.sqrt(change.length));
    double weighted = 0;
    for (int u = 0; u < change.length; u++) {
      weighted += change[u] * (u / side + u % side) / 2.0;
    }
    return weighted / Arrays.stream(change).sum();
  }

  /** A bright square centred at pixel {@code centre} of both axes; far outside for none. */
  private static Picture square(int centre, int background) {
    byte[] rgb = new byte[3 * PIXELS * PIXELS];
    double reach = SIDE / 2.0;
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % PIXELS;
      int y = i / 3 / PIXELS;
      boolean inside = Math.abs(x - centre) < reach && Math.abs(y - centre) < reach;
      rgb[i] = (byte) (inside ? BRIGHT : background);
    }
    return Picture.opaque(PIXELS, PIXELS, rgb);
  }
}
