package whence.signal;

import whence.WhenceException;

/**
 * The discrete Fourier transform of n real numbers, X[k] = sum over j of x[j] exp(-2 pi i j k / n),
 * for k from 0 to n / 2.
 *
 * <p>Even and odd samples are packed as one complex signal of n / 2 points, transformed by the
 * radix-2 algorithm, and separated again. Tables are made once; a transform allocates nothing and
 * changes no state, so that one instance serves many threads.
 *
 * <p>Source: J. Cooley and J. Tukey, An Algorithm for the Machine Calculation of Complex Fourier
 * Series, Mathematics of Computation, 1965.
 */
final class RealFft {
  private final int length;
  private final int half;
  private final int[] reversed;
  private final double[] cosine; // cos(2 pi k / n), k < n / 2
  private final double[] sine; // sin(2 pi k / n), k < n / 2

  RealFft(int length) {
    if (length < 4 || Integer.bitCount(length) != 1) {
      throw new WhenceException(
          "Cannot make a Fourier transform",
          "a window of " + length + " samples",
          "a power of two, at least 4",
          "use 512");
    }
    this.length = length;
    this.half = length / 2;
    this.reversed = new int[half];
    this.cosine = new double[half];
    this.sine = new double[half];
    int bits = Integer.numberOfTrailingZeros(half);
    for (int k = 0; k < half; k++) {
      reversed[k] = Integer.reverse(k) >>> (32 - bits);
      cosine[k] = Math.cos(2 * Math.PI * k / length);
      sine[k] = Math.sin(2 * Math.PI * k / length);
    }
  }

  /** n / 2 + 1. */
  int bins() {
    return half + 1;
  }

  /**
   * Writes |X[k]|^2.
   *
   * @param samples [n], not changed
   * @param power [n / 2 + 1], overwritten
   * @param scratch [n], overwritten
   */
  void power(double[] samples, double[] power, double[] scratch) {
    for (int k = 0; k < half; k++) {
      int to = 2 * reversed[k];
      scratch[to] = samples[2 * k];
      scratch[to + 1] = samples[2 * k + 1];
    }
    for (int size = 2; size <= half; size *= 2) {
      butterflies(scratch, size);
    }
    separate(scratch, power);
  }

  /** Joins transforms of size / 2 to transforms of {@code size}; z is real, imaginary, real, ... */
  private void butterflies(double[] z, int size) {
    int step = length / size;
    for (int start = 0; start < half; start += size) {
      for (int k = 0; k < size / 2; k++) {
        double c = cosine[k * step];
        double s = sine[k * step];
        int a = 2 * (start + k);
        int b = a + size;
        double re = c * z[b] + s * z[b + 1];
        double im = c * z[b + 1] - s * z[b];
        z[b] = z[a] - re;
        z[b + 1] = z[a + 1] - im;
        z[a] += re;
        z[a + 1] += im;
      }
    }
  }

  /** X[k] = E[k] + exp(-2 pi i k / n) O[k], with E and O from the symmetry of Z. */
  private void separate(double[] z, double[] power) {
    power[0] = square(z[0] + z[1]);
    power[half] = square(z[0] - z[1]);
    for (int k = 1; k < half; k++) {
      int mirror = 2 * (half - k);
      double evenRe = 0.5 * (z[2 * k] + z[mirror]);
      double evenIm = 0.5 * (z[2 * k + 1] - z[mirror + 1]);
      double oddRe = 0.5 * (z[2 * k + 1] + z[mirror + 1]);
      double oddIm = 0.5 * (z[mirror] - z[2 * k]);
      double re = evenRe + cosine[k] * oddRe + sine[k] * oddIm;
      double im = evenIm + cosine[k] * oddIm - sine[k] * oddRe;
      power[k] = re * re + im * im;
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
