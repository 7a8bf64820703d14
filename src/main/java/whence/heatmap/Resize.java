package whence.heatmap;

import whence.WhenceException;

/**
 * Ways from a map of cells to a map of pixels.
 *
 * <p>Four ways are in use in this field's evaluation code, and the choice alone moves scores by 1
 * to 5 points, so a protocol names it. With n cells and N pixels along an axis, pixel p takes its
 * value at cell position
 *
 * <pre>
 * half-pixel        (p + 0.5) n / N - 0.5
 * aligned corners   p (n - 1) / (N - 1)
 * </pre>
 *
 * <ul>
 *   <li>Positions and cells outside of the grid repeat the border cell.
 *   <li>A map that has the wanted size already keeps its values under every way.
 *   <li>Making a map smaller samples it; nothing is averaged.
 *   <li>A single cell gives a constant map; a single aligned pixel takes cell 0.
 *   <li>A cubic result may leave the range of its input.
 *   <li>NaN and infinity are refused.
 * </ul>
 *
 * <p>Sums are taken in double and rounded once to float, so that a plateau stays a plateau.
 *
 * <p>Source of the cubic kernel: R. Keys, "Cubic convolution interpolation for digital image
 * processing", IEEE Transactions on Acoustics, Speech, and Signal Processing 29(6), 1981, with a =
 * -0.75 as OpenCV and PyTorch have it.
 */
public enum Resize {
  /** Bilinear, half-pixel. */
  BILINEAR("bilinear, half-pixel centres"),
  /** Bilinear, aligned corners. */
  BILINEAR_ALIGNED("bilinear, aligned corners"),
  /** Bicubic with a = -0.75, half-pixel. */
  BICUBIC("bicubic (a = -0.75), half-pixel centres"),
  /** Bicubic with a = -0.75, aligned corners. */
  BICUBIC_ALIGNED("bicubic (a = -0.75), aligned corners");

  private final String description;

  Resize(String description) {
    this.description = description;
  }

  /** What a protocol prints, such as {@code bilinear, half-pixel centres}. */
  public String description() {
    return description;
  }

  /**
   * Resizes a map.
   *
   * @param map [h, w], finite; not changed
   * @param height H, at least 1
   * @param width W, at least 1
   * @return [H, W]; the same map where it has this size
   */
  public HeatMap to(HeatMap map, int height, int width) {
    check(map, height, width);
    if (map.height() == height && map.width() == width) {
      return map;
    }
    return apply(map, axis(map.height(), height), axis(map.width(), width));
  }

  /**
   * Bilinear enlargement of a square-celled map whose cells lie where {@code geometry} says, along
   * both axes. Beyond the outermost centres the border cells repeat.
   *
   * @param map [h, w], finite; not changed
   * @param geometry where the cells lie in the frame
   * @param height H, at least 1
   * @param width W, at least 1
   * @return [H, W]
   */
  public static HeatMap bilinear(HeatMap map, GridGeometry geometry, int height, int width) {
    check(map, height, width);
    return apply(
        map,
        Interpolation.linear(Interpolation.positions(geometry, height), map.height()),
        Interpolation.linear(Interpolation.positions(geometry, width), map.width()));
  }

  private static void check(HeatMap map, int height, int width) {
    if (height < 1 || width < 1) {
      throw new WhenceException(
          "Cannot resize a heat map",
          "a wanted size of " + height + " x " + width,
          "height and width at least 1",
          "pass the size of the frame");
    }
    Finite.require(map, "resize a heat map");
  }

  private Interpolation axis(int size, int pixels) {
    double[] halfPixel = Interpolation.positions(GridGeometry.halfPixel(size, pixels), pixels);
    double[] aligned = Interpolation.alignedPositions(size, pixels);
    return switch (this) {
      case BILINEAR -> Interpolation.linear(halfPixel, size);
      case BILINEAR_ALIGNED -> Interpolation.linear(aligned, size);
      case BICUBIC -> Interpolation.cubic(halfPixel, size);
      case BICUBIC_ALIGNED -> Interpolation.cubic(aligned, size);
    };
  }

  private static HeatMap apply(HeatMap map, Interpolation rows, Interpolation columns) {
    double[] wide = widen(map, columns); // [h, W]
    int width = columns.pixels();
    float[] values = new float[rows.pixels() * width]; // [H, W]
    for (int y = 0; y < rows.pixels(); y++) {
      if (rows.taps() == 2) {
        addTwo(wide, rows, y, width, values);
      } else {
        addAll(wide, rows, y, width, values);
      }
    }
    return new HeatMap(rows.pixels(), width, values);
  }

  /** One row of pixels of two rows of cells, in one pass. */
  private static void addTwo(double[] wide, Interpolation rows, int y, int width, float[] values) {
    int upper = rows.cells()[2 * y] * width;
    int lower = rows.cells()[2 * y + 1] * width;
    double upperWeight = rows.weights()[2 * y];
    double lowerWeight = rows.weights()[2 * y + 1];
    int at = y * width;
    for (int x = 0; x < width; x++) {
      values[at + x] = (float) (upperWeight * wide[upper + x] + lowerWeight * wide[lower + x]);
    }
  }

  /** One row of pixels of any number of rows of cells. */
  private static void addAll(double[] wide, Interpolation rows, int y, int width, float[] values) {
    double[] sum = new double[width];
    for (int tap = 0; tap < rows.taps(); tap++) {
      int start = rows.cells()[y * rows.taps() + tap] * width;
      double weight = rows.weights()[y * rows.taps() + tap];
      for (int x = 0; x < width; x++) {
        sum[x] += weight * wide[start + x];
      }
    }
    for (int x = 0; x < width; x++) {
      values[y * width + x] = (float) sum[x];
    }
  }

  private static double[] widen(HeatMap map, Interpolation columns) {
    int taps = columns.taps();
    int width = columns.pixels();
    int[] cells = columns.cells();
    double[] weights = columns.weights();
    float[] values = map.values();
    double[] wide = new double[map.height() * width];
    for (int y = 0; y < map.height(); y++) {
      int row = y * map.width();
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int tap = x * taps; tap < (x + 1) * taps; tap++) {
          sum += weights[tap] * values[row + cells[tap]];
        }
        wide[y * width + x] = sum;
      }
    }
    return wide;
  }
}
