package whence.signal;

import whence.WhenceException;

/**
 * The natural logarithm of the energy in each mel band and frame of a sound.
 *
 * <p>The array is not copied and must not be changed once given away.
 *
 * @param bands M, at least 1; band 0 is the lowest
 * @param frames T, at least 1
 * @param values [M, T] natural log, band by band
 */
public record LogMelSpectrogram(int bands, int frames, float[] values) {

  /** Checks sizes. */
  public LogMelSpectrogram {
    if (bands < 1 || frames < 1 || values.length != bands * frames) {
      throw new WhenceException(
          "Cannot make a log-mel spectrogram of " + bands + " bands and " + frames + " frames",
          values.length + " values",
          (long) bands * frames + " values, at least one band and one frame",
          "pass one value for each band and frame, band by band");
    }
  }

  /** The value of one band in one frame, natural log. */
  public float at(int band, int frame) {
    return values[band * frames + frame];
  }
}
