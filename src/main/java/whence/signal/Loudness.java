package whence.signal;

/**
 * How loud a sound is: the power of its samples in decibels below full scale.
 *
 * <pre>
 * L = 10 log10( mean of x^2 )
 * </pre>
 *
 * <ul>
 *   <li>A square wave of amplitude 1 has 0 dB, a sine of amplitude 1 has -3.01 dB; a factor g in
 *       amplitude adds 20 log10 g.
 *   <li>Digital silence, and a sound without samples, have minus infinity.
 *   <li>A NaN sample gives NaN.
 * </ul>
 *
 * <p>No weighting by frequency and no gating, unlike loudness in LUFS: it is here to tell silence
 * from sound, and to describe a clip.
 */
public final class Loudness {
  private Loudness() {}

  /** Power of all samples, dB full scale. */
  public static double decibels(float[] samples) {
    double energy = 0;
    for (float sample : samples) {
      energy += (double) sample * sample;
    }
    return samples.length == 0
        ? Double.NEGATIVE_INFINITY
        : 10 * Math.log10(energy / samples.length);
  }
}
