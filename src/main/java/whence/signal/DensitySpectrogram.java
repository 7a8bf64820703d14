package whence.signal;

/**
 * The power density of a sound, S[t, k] = c_k |F_k(w (x_t - mean x_t))|^2 / (rate * sum w^2), where
 * x_t is frame t, F the Fourier transform, c_k = 2 except at 0 Hz and half the rate, where it is 1.
 *
 * <p>The window w is Tukey's with a quarter sloping. This is the sound picture of the public code
 * of several published localizers, {@code scipy.signal.spectrogram} at its defaults, kept for
 * comparison with them; {@link LogMel} is what this library trains on. Silence gives 0; a frame's
 * constant part is removed before windowing.
 */
public final class DensitySpectrogram {
  private static final double TAPER = 0.25;

  private final int sampleRateHz;
  private final Framing framing;
  private final RealFft fft;
  private final double[] window;

  /** Prepares tables; the rate must be above 0. */
  public DensitySpectrogram(int sampleRateHz, Framing framing) {
    this.sampleRateHz = sampleRateHz;
    this.framing = framing;
    this.fft = new RealFft(framing.windowSamples());
    this.window = Window.tukeyPeriodic(framing.windowSamples(), TAPER);
  }

  /**
   * Transforms one sound.
   *
   * @param samples not changed; samples outside count as 0
   * @return [T][n / 2 + 1] in squared amplitude a Hz
   * @throws whence.WhenceException if the sound is too short for one frame
   */
  public double[][] transform(float[] samples) {
    double[][] density = new double[framing.framesOrRefuse(samples.length)][fft.bins()];
    double[] frame = new double[window.length];
    double[] scratch = new double[window.length];
    for (int t = 0; t < density.length; t++) {
      read(samples, framing.start(t), frame);
      fft.power(frame, density[t], scratch);
      scale(density[t]);
    }
    return density;
  }

  private void read(float[] samples, int start, double[] frame) {
    double sum = 0;
    for (int j = 0; j < frame.length; j++) {
      int at = start + j;
      frame[j] = at < 0 || at >= samples.length ? 0 : samples[at];
      sum += frame[j];
    }
    double mean = sum / frame.length;
    for (int j = 0; j < frame.length; j++) {
      frame[j] = window[j] * (frame[j] - mean);
    }
  }

  private void scale(double[] power) {
    double energy = 0;
    for (double w : window) {
      energy += w * w;
    }
    for (int k = 0; k < power.length; k++) {
      boolean unpaired = k == 0 || k == power.length - 1;
      power[k] *= (unpaired ? 1 : 2) / (sampleRateHz * energy);
    }
  }
}
