package whence.heatmap;

/**
 * Which cells make up each pixel along one axis, and in what parts.
 *
 * @param taps number of cells that make up a pixel
 * @param cells [pixels, taps] cell indices
 * @param weights [pixels, taps] parts; they sum to 1 for each pixel
 */
record Interpolation(int taps, int[] cells, double[] weights) {

  /** The parameter a of the cubic kernel in OpenCV and PyTorch. */
  private static final double CUBIC_A = -0.75;

  /** Two neighbours; positions outside of the grid take the nearest cell. */
  static Interpolation linear(double[] positions, int size) {
    Interpolation result = empty(2, positions.length);
    for (int pixel = 0; pixel < positions.length; pixel++) {
      double position = clamp(positions[pixel], size);
      int cell = (int) position;
      double part = position - cell;
      result.set(pixel, 0, cell, 1 - part, size);
      result.set(pixel, 1, cell + 1, part, size);
    }
    return result;
  }

  /** Four neighbours under the cubic convolution kernel; cells outside repeat the border cell. */
  static Interpolation cubic(double[] positions, int size) {
    Interpolation result = empty(4, positions.length);
    for (int pixel = 0; pixel < positions.length; pixel++) {
      int first = (int) Math.floor(positions[pixel]) - 1;
      for (int tap = 0; tap < 4; tap++) {
        double distance = Math.abs(positions[pixel] - (first + tap));
        result.set(pixel, tap, first + tap, cubicWeight(distance), size);
      }
    }
    return result;
  }

  /** Positions, in cells, of pixel centres where the outermost cell and pixel centres coincide. */
  static double[] alignedPositions(int size, int pixels) {
    double step = pixels > 1 ? (size - 1) / (double) (pixels - 1) : 0;
    double[] positions = new double[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      positions[pixel] = pixel * step;
    }
    return positions;
  }

  /** Positions, in cells, of pixel centres under a geometry. */
  static double[] positions(GridGeometry geometry, int pixels) {
    double[] positions = new double[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      positions[pixel] = geometry.cellAt(pixel);
    }
    return positions;
  }

  /** Number of pixels. */
  int pixels() {
    return cells.length / taps;
  }

  private static Interpolation empty(int taps, int pixels) {
    return new Interpolation(taps, new int[pixels * taps], new double[pixels * taps]);
  }

  private void set(int pixel, int tap, int cell, double weight, int size) {
    cells[pixel * taps + tap] = (int) clamp(cell, size);
    weights[pixel * taps + tap] = weight;
  }

  private static double clamp(double position, int size) {
    return Math.min(Math.max(position, 0), size - 1.0);
  }

  private static double cubicWeight(double d) {
    if (d <= 1) {
      // (a + 2) d^3 - (a + 3) d^2 + 1
      return ((CUBIC_A + 2) * d - (CUBIC_A + 3)) * d * d + 1;
    }
    // a d^3 - 5 a d^2 + 8 a d - 4 a, zero at d = 2
    return d < 2 ? ((CUBIC_A * d - 5 * CUBIC_A) * d + 8 * CUBIC_A) * d - 4 * CUBIC_A : 0;
  }
}
