package whence.media;

import whence.WhenceException;

/**
 * Mono sound in memory.
 *
 * <p>The array is not copied; whoever makes a waveform gives it away.
 *
 * @param samples amplitudes, nominally in [-1, 1]
 * @param sampleRateHz samples a second, at least 1
 */
public record Waveform(float[] samples, int sampleRateHz) {

  /** Checks the rate. */
  public Waveform {
    if (sampleRateHz < 1) {
      throw new WhenceException(
          "Cannot make a waveform",
          "a sample rate of " + sampleRateHz + " Hz",
          "at least 1 Hz",
          "pass the rate the samples were recorded at");
    }
  }

  /** Length in seconds. */
  public double durationSeconds() {
    return samples.length / (double) sampleRateHz;
  }

  /** The largest absolute amplitude; 0 for an empty waveform. */
  public float peak() {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
