package whence.media;

import java.util.Arrays;

/**
 * How one axis of a picture is resampled: output pixel o is the sum over its taps t of {@code
 * weights[o * taps + t] * input[indices[o * taps + t]]}.
 *
 * @param length output pixels
 * @param taps weights an output pixel, some of them possibly 0
 * @param indices [length, taps] input pixels, inside the picture
 * @param weights [length, taps]; each row sums to 1
 */
record AxisWeights(int length, int taps, int[] indices, float[] weights) {
  private static final int LOBES = 3;

  static AxisWeights of(int from, int to) {
    if (from == to) {
      return new AxisWeights(to, 1, identity(to), ones(to));
    }
    double scale = from / (double) to;
    int taps = from > to ? (int) Math.ceil(scale) + 1 : 2 * LOBES;
    AxisWeights axis = new AxisWeights(to, taps, new int[to * taps], new float[to * taps]);
    double[] row = new double[taps];
    for (int pixel = 0; pixel < to; pixel++) {
      int first = from > to ? area(row, pixel, scale) : lanczos(row, pixel, scale);
      axis.fill(pixel, first, row, from);
    }
    return axis;
  }

  /** Overlap of [pixel, pixel + 1) * scale with each input pixel; returns the first of them. */
  private static int area(double[] row, int pixel, double scale) {
    double start = pixel * scale;
    double end = (pixel + 1) * scale;
    int first = (int) Math.floor(start);
    for (int tap = 0; tap < row.length; tap++) {
      double overlap = Math.min(end, first + tap + 1.0) - Math.max(start, first + tap);
      row[tap] = Math.max(0, overlap);
    }
    return first;
  }

  private static int lanczos(double[] row, int pixel, double scale) {
    double centre = (pixel + 0.5) * scale - 0.5;
    int first = (int) Math.floor(centre) - LOBES + 1;
    for (int tap = 0; tap < row.length; tap++) {
      double x = centre - (first + tap);
      row[tap] = sinc(x) * sinc(x / LOBES);
    }
    return first;
  }

  private static double sinc(double x) {
    // StrictMath: the same last bit on every machine
    return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
  }

  private void fill(int pixel, int first, double[] row, int from) {
    double sum = 0;
    for (double weight : row) {
      sum += weight;
    }
    for (int tap = 0; tap < taps; tap++) {
      indices[pixel * taps + tap] = Math.min(Math.max(first + tap, 0), from - 1);
      weights[pixel * taps + tap] = (float) (row[tap] / sum);
    }
  }

  private static int[] identity(int length) {
    int[] indices = new int[length];
    Arrays.setAll(indices, i -> i);
    return indices;
  }

  private static float[] ones(int length) {
    float[] weights = new float[length];
    Arrays.fill(weights, 1);
    return weights;
  }
}
