package whence.data.scene;

import java.util.Arrays;
import whence.WhenceException;
import whence.media.Waveform;

/**
 * A sound of one class, ready to vary.
 *
 * @param reference where it came from
 * @param sound mono at {@value #SAMPLE_RATE_HZ} Hz, peak 1, without silence at its ends
 */
public record Recording(String reference, Waveform sound) {
  /** Sample rate of every recording and scene, in Hz. */
  public static final int SAMPLE_RATE_HZ = 16_000;

  /** Shortest recording after trimming, in seconds. */
  public static final double LEAST_SECONDS = 0.1;

  /** Peak below which a recording counts as silent (-60 dB). */
  public static final double LEAST_PEAK = 0.001;

  private static final double SILENCE_OF_PEAK = 0.02;
  private static final int MARGIN_SAMPLES = SAMPLE_RATE_HZ / 20;

  /** Refuses another rate. */
  public Recording {
    if (sound.sampleRateHz() != SAMPLE_RATE_HZ) {
      throw new WhenceException(
          "Cannot use the recording " + reference,
          "a sample rate of " + sound.sampleRateHz() + " Hz",
          SAMPLE_RATE_HZ + " Hz",
          "resample it when reading");
    }
  }

  /**
   * Cuts silence (below 2 % of the peak) from both ends but for 50 ms, and scales the peak to 1.
   *
   * @param reference where it came from, for messages
   * @param sound mono at {@value #SAMPLE_RATE_HZ} Hz
   * @throws WhenceException if the peak is below {@value #LEAST_PEAK}, a sample is not finite, or
   *     less than {@value #LEAST_SECONDS} s sound between the silences
   */
  public static Recording of(String reference, Waveform sound) {
    float peak = sound.peak();
    if (!(peak >= LEAST_PEAK) || Float.isInfinite(peak)) {
      throw new WhenceException(
          "Cannot use the recording " + reference,
          "a silent recording: peak " + peak,
          "a finite peak of at least " + LEAST_PEAK + " of full scale (-60 dB)",
          "replace the file with an audible recording, or remove it");
    }
    float[] samples = sound.samples();
    int first = 0;
    while (Math.abs(samples[first]) <= SILENCE_OF_PEAK * peak) {
      first++;
    }
    int last = samples.length - 1;
    while (Math.abs(samples[last]) <= SILENCE_OF_PEAK * peak) {
      last--;
    }
    double seconds = (last + 1 - first) / (double) SAMPLE_RATE_HZ;
    if (seconds < LEAST_SECONDS) {
      throw new WhenceException(
          "Cannot use the recording " + reference,
          "%.3f s of sound between the silences".formatted(seconds),
          "at least " + LEAST_SECONDS + " s",
          "replace the file with a longer recording, or remove it");
    }
    int from = Math.max(0, first - MARGIN_SAMPLES);
    float[] kept =
        Arrays.copyOfRange(samples, from, Math.min(samples.length, last + 1 + MARGIN_SAMPLES));
    for (int t = 0; t < kept.length; t++) {
      kept[t] /= peak;
    }
    return new Recording(reference, new Waveform(kept, sound.sampleRateHz()));
  }
}
