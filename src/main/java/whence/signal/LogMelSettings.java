package whence.signal;

import whence.WhenceException;

/**
 * Everything that decides a log-mel spectrogram.
 *
 * @param sampleRateHz rate of the sound, at least 1
 * @param framing how it is cut into frames
 * @param bands which mel bands are taken
 * @param floor added to each energy before the logarithm, above 0; silence comes out as ln(floor)
 */
public record LogMelSettings(int sampleRateHz, Framing framing, MelBands bands, double floor) {

  /** Checks ranges. */
  public LogMelSettings {
    if (sampleRateHz < 1) {
      throw new WhenceException(
          "Cannot make a log-mel spectrogram",
          "a sample rate of " + sampleRateHz + " Hz",
          "at least 1 Hz",
          "use 16000");
    }
    if (!(floor > 0 && floor < Double.POSITIVE_INFINITY)) {
      throw new WhenceException(
          "Cannot make a log-mel spectrogram",
          "a floor of " + floor,
          "a finite number above 0",
          "use 1e-5; without a floor, silence has no logarithm");
    }
  }

  /** 16 kHz, {@link Framing#defaults()}, {@link MelBands#defaults()}, floor 1e-5. */
  public static LogMelSettings defaults() {
    return new LogMelSettings(16_000, Framing.defaults(), MelBands.defaults(), 1e-5);
  }

  /** The same at another rate. */
  public LogMelSettings withSampleRateHz(int rate) {
    return new LogMelSettings(rate, framing, bands, floor);
  }

  /** The same with other frames. */
  public LogMelSettings withFraming(Framing other) {
    return new LogMelSettings(sampleRateHz, other, bands, floor);
  }

  /** The same with other bands. */
  public LogMelSettings withBands(MelBands other) {
    return new LogMelSettings(sampleRateHz, framing, other, floor);
  }

  /** The same with another floor. */
  public LogMelSettings withFloor(double other) {
    return new LogMelSettings(sampleRateHz, framing, bands, other);
  }
}
