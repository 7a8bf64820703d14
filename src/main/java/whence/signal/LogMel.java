package whence.signal;

/**
 * Turns a sound into the picture a network hears: L[m, t] = ln(E[m, t] + floor), where E is the
 * energy of mel band m ({@link MelBank}) in frame t ({@link Stft}).
 *
 * <ul>
 *   <li>Silence gives ln(floor) everywhere, -11.51 by default.
 *   <li>A sound too short for one frame is refused.
 *   <li>A NaN sample makes its frames NaN; a louder sound by a factor g raises loud cells by 2 ln
 *       g.
 * </ul>
 *
 * <p>One instance may be used by many threads; arrays are allocated once a sound, none a frame.
 * Agrees with {@code librosa.feature.melspectrogram} (power 2, periodic Hann).
 */
public final class LogMel {
  private final LogMelSettings settings;
  private final Stft stft;
  private final MelBank bank;

  /**
   * Prepares tables.
   *
   * @throws whence.WhenceException if the bands do not fit the rate and window
   */
  public LogMel(LogMelSettings settings) {
    this.settings = settings;
    this.stft = new Stft(settings.framing());
    this.bank =
        new MelBank(settings.bands(), settings.sampleRateHz(), settings.framing().windowSamples());
  }

  /** What this was made with. */
  public LogMelSettings settings() {
    return settings;
  }

  /**
   * Transforms one sound.
   *
   * @param samples the sound at the rate of the settings, not changed
   * @return [M, T]
   * @throws whence.WhenceException if the sound is too short for one frame
   */
  public LogMelSpectrogram transform(float[] samples) {
    int frames = settings.framing().framesOrRefuse(samples.length);
    int bands = bank.bands();
    float[] values = new float[bands * frames];
    double[] power = new double[stft.bins()];
    double[] energies = new double[bands];
    Stft.Workspace workspace = new Stft.Workspace(settings.framing().windowSamples());
    for (int t = 0; t < frames; t++) {
      stft.powerOfFrame(samples, t, power, workspace);
      bank.apply(power, energies);
      for (int m = 0; m < bands; m++) {
        values[m * frames + t] = (float) Math.log(energies[m] + settings.floor());
      }
    }
    return new LogMelSpectrogram(bands, frames, values);
  }
}
