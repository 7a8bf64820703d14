package whence.signal;

import whence.WhenceException;

/**
 * Window functions w[0..n-1] that fade a frame in and out.
 *
 * <p>Periodic windows divide by n and are meant for spectra; symmetric ones divide by n - 1 and
 * start and end on the same value. A window of one sample is 1.
 *
 * <p>Source: F. Harris, On the Use of Windows for Harmonic Analysis with the Discrete Fourier
 * Transform, Proceedings of the IEEE, 1978.
 */
public final class Window {
  private Window() {}

  /** w[i] = (1 - cos(2 pi i / n)) / 2. */
  public static double[] hannPeriodic(int length) {
    return hann(length, length);
  }

  /** w[i] = (1 - cos(2 pi i / (n - 1))) / 2. */
  public static double[] hannSymmetric(int length) {
    return hann(length, length - 1);
  }

  /**
   * Flat in the middle with a Hann slope over {@code taper / 2} of the length at each end,
   * periodic.
   *
   * @param taper share of the window that slopes, in [0, 1]: 0 is a box, 1 is Hann
   */
  public static double[] tukeyPeriodic(int length, double taper) {
    if (!(taper >= 0 && taper <= 1)) {
      throw new WhenceException(
          "Cannot make a Tukey window", "a taper of " + taper, "0 to 1", "use 0.25");
    }
    double[] window = checked(length);
    double slope = taper * length / 2;
    for (int i = 0; i < length; i++) {
      double fromEdge = Math.min(i, length - i);
      window[i] = fromEdge >= slope ? 1 : 0.5 * (1 - Math.cos(Math.PI * fromEdge / slope));
    }
    return window;
  }

  private static double[] hann(int length, int period) {
    double[] window = checked(length);
    for (int i = 0; i < length; i++) {
      window[i] = length == 1 ? 1 : 0.5 * (1 - Math.cos(2 * Math.PI * i / period));
    }
    return window;
  }

  private static double[] checked(int length) {
    if (length < 1) {
      throw new WhenceException(
          "Cannot make a window", "a length of " + length, "at least 1 sample", "use 512");
    }
    return new double[length];
  }
}
