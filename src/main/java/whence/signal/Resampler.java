package whence.signal;

import whence.WhenceException;

/**
 * Changes the sample rate by band-limited interpolation.
 *
 * <p>y[i] = sum over j of x[j] h(i from / to - j), with h(t) = c sinc(c t) K(c t / Z), sinc(t) =
 * sin(pi t) / (pi t), c = r min(1, to / from), K the Kaiser window of beta = 14.77, Z = 64 zero
 * crossings a side and r = 0.9476, which sets the cut-off below half the lower rate. h is read from
 * a table of 4,096 points a crossing with linear interpolation (error below 1e-6).
 *
 * <ul>
 *   <li>n samples become ceil(n * to / from); an empty sound stays empty; equal rates copy.
 *   <li>Samples outside the sound count as 0, so that both ends fade over Z crossings.
 *   <li>NaN spreads over the length of the filter.
 * </ul>
 *
 * <p>Why: any pair of rates, no state, no phase shift. Source: J. O. Smith, Digital Audio
 * Resampling, Stanford University, 2002; r, beta and Z are those of librosa's former default {@code
 * kaiser_best}.
 */
public final class Resampler {
  private static final int CROSSINGS = 64;
  private static final int POINTS = 4096;
  private static final double BETA = 14.769656459379492;
  private static final double ROLL_OFF = 0.9475937167399596;
  private static final double[] TABLE = table();

  private final int fromHz;
  private final int toHz;
  private final double cutOff; // c, in cycles a sample of the input, doubled

  /**
   * Prepares a change of rate.
   *
   * @param fromHz rate of the input, at least 1
   * @param toHz rate of the output, at least 1 and at most 256 times higher or lower
   */
  public Resampler(int fromHz, int toHz) {
    if (fromHz < 1 || toHz < 1 || fromHz / 256.0 > toHz || toHz / 256.0 > fromHz) {
      throw new WhenceException(
          "Cannot resample",
          "from " + fromHz + " Hz to " + toHz + " Hz",
          "rates of at least 1 Hz, at most 256 times apart",
          "check the sample rates");
    }
    this.fromHz = fromHz;
    this.toHz = toHz;
    this.cutOff = ROLL_OFF * Math.min(1, toHz / (double) fromHz);
  }

  /**
   * Resamples one sound.
   *
   * @param samples [n], not changed
   * @return [ceil(n * to / from)], a new array
   */
  public float[] resample(float[] samples) {
    if (fromHz == toHz) {
      return samples.clone();
    }
    long length = ((long) samples.length * toHz + fromHz - 1) / fromHz;
    float[] out = new float[Math.toIntExact(length)];
    for (int i = 0; i < out.length; i++) {
      // whole and remainder apart: no rounding error grows along the sound
      long position = (long) i * fromHz;
      out[i] = (float) at(samples, (int) (position / toHz), position % toHz / (double) toHz);
    }
    return out;
  }

  /** The value at input position {@code whole + part}. */
  private double at(float[] samples, int whole, double part) {
    double reach = CROSSINGS / cutOff;
    int first = Math.max(0, (int) Math.ceil(whole + part - reach));
    int last = Math.min(samples.length - 1, (int) Math.floor(whole + part + reach));
    double sum = 0;
    for (int j = first; j <= last; j++) {
      sum += samples[j] * filter(Math.abs(whole - j + part) * cutOff);
    }
    return sum * cutOff;
  }

  private static double filter(double crossings) {
    double place = crossings * POINTS;
    int below = (int) place;
    double share = place - below;
    return TABLE[below] + share * (TABLE[below + 1] - TABLE[below]);
  }

  private static double[] table() {
    double[] table = new double[CROSSINGS * POINTS + 2];
    double atCentre = besselI0(BETA);
    for (int i = 0; i <= CROSSINGS * POINTS; i++) {
      double t = i / (double) POINTS;
      double sinc = i == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
      double edge = t / CROSSINGS;
      table[i] = sinc * besselI0(BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / atCentre;
    }
    return table;
  }

  /**
   * I0(x) = sum over k of ((x / 2)^k / k!)^2, all terms positive, so the sum is exact to rounding.
   */
  private static double besselI0(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
