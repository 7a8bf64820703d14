package whence.signal;

/**
 * The power spectrogram of a sound, P[t, k] = |sum over j of w[j] x[start(t) + j] exp(-2 pi i j k /
 * n)|^2, with the periodic Hann window w and no scaling.
 *
 * <ul>
 *   <li>Samples outside the sound count as 0; {@link Framing} says whether there are any.
 *   <li>Silence gives 0 everywhere. A NaN sample makes every bin of its frames NaN.
 *   <li>A sound too short for one frame is refused.
 * </ul>
 *
 * <p>One instance may be used by many threads. It agrees with {@code librosa.stft} of the same
 * settings and {@code pad_mode="constant"}.
 */
public final class Stft {
  private final Framing framing;
  private final double[] window;
  private final RealFft fft;

  /** Prepares tables for one framing. */
  public Stft(Framing framing) {
    this.framing = framing;
    this.window = Window.hannPeriodic(framing.windowSamples());
    this.fft = new RealFft(framing.windowSamples());
  }

  /** Bins of a frame, n / 2 + 1; bin k lies at k * rate / n Hz. */
  public int bins() {
    return fft.bins();
  }

  /**
   * The whole power spectrogram.
   *
   * @param samples the sound, not changed
   * @return [T][n / 2 + 1]
   * @throws whence.WhenceException if the sound is too short for one frame
   */
  public double[][] power(float[] samples) {
    double[][] power = new double[framing.framesOrRefuse(samples.length)][bins()];
    Workspace workspace = new Workspace(framing.windowSamples());
    for (int t = 0; t < power.length; t++) {
      powerOfFrame(samples, t, power[t], workspace);
    }
    return power;
  }

  /** Writes one frame to {@code power} [n / 2 + 1]. */
  void powerOfFrame(float[] samples, int frame, double[] power, Workspace workspace) {
    int start = framing.start(frame);
    int length = window.length;
    double[] windowed = workspace.windowed();
    if (start >= 0 && start + length <= samples.length) {
      for (int j = 0; j < length; j++) {
        windowed[j] = window[j] * samples[start + j];
      }
    } else {
      for (int j = 0; j < length; j++) {
        int at = start + j;
        windowed[j] = at < 0 || at >= samples.length ? 0 : window[j] * samples[at];
      }
    }
    fft.power(windowed, power, workspace.scratch());
  }

  /** Arrays that one thread reuses for every frame. */
  record Workspace(double[] windowed, double[] scratch) {
    Workspace(int length) {
      this(new double[length], new double[length]);
    }
  }
}
