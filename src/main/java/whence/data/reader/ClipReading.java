package whence.data.reader;

import java.util.Arrays;
import whence.WhenceException;
import whence.media.Picture;
import whence.media.PictureScaler;
import whence.media.Waveform;

/**
 * How stored frames and sounds become clips.
 *
 * <p>The frame is squashed to a square, whole: a crop would shift it against the boxes. Of the
 * sound a stretch around the frame is taken, moved to lie inside of it; a sound that is shorter is
 * repeated, as the scenes of the demo repeat short recordings.
 *
 * @param sidePixels of the square, 16 to 4096
 * @param soundSeconds length of the stretch, 0.1 to 60
 * @param sampleRateHz rate of the sound, 1,000 to 384,000
 */
public record ClipReading(int sidePixels, double soundSeconds, int sampleRateHz) {

  /** Checks ranges. */
  public ClipReading {
    boolean fits = sidePixels >= 16 && sidePixels <= 4096;
    fits &= soundSeconds >= 0.1 && soundSeconds <= 60;
    fits &= sampleRateHz >= 1_000 && sampleRateHz <= 384_000;
    if (!fits) {
      throw new WhenceException(
          "Cannot read clips",
          "%d pixels, %s s at %d Hz".formatted(sidePixels, soundSeconds, sampleRateHz),
          "16 to 4096 pixels, 0.1 to 60 s, 1,000 to 384,000 Hz",
          "start from ClipReading.defaults()");
    }
  }

  /** What the demo's networks are trained on: 224 pixels, 2 s, 16 kHz. */
  public static ClipReading defaults() {
    return new ClipReading(224, 2, 16_000);
  }

  /** The same with more or less sound. */
  public ClipReading withSoundSeconds(double seconds) {
    return new ClipReading(sidePixels, seconds, sampleRateHz);
  }

  /** Length of the stretch in words, such as {@code 2 s}. */
  String length() {
    return String.valueOf(soundSeconds).replaceFirst("\\.0$", "") + " s";
  }

  /** The frame as the network sees it. */
  Picture square(Picture frame) {
    return PictureScaler.resize(frame, sidePixels, sidePixels);
  }

  /**
   * The stretch of a sound around a time.
   *
   * @param centre seconds from the start of {@code sound}
   */
  Waveform around(Waveform sound, double centre) {
    int length = (int) Math.round(soundSeconds * sound.sampleRateHz());
    float[] all = sound.samples();
    float[] taken = new float[length];
    if (all.length == 0) {
      return new Waveform(taken, sound.sampleRateHz());
    }
    long wanted = Math.round((centre - soundSeconds / 2) * sound.sampleRateHz());
    int from = (int) Math.max(0, Math.min(wanted, all.length - (long) length));
    if (all.length >= length) {
      return new Waveform(Arrays.copyOfRange(all, from, from + length), sound.sampleRateHz());
    }
    for (int i = 0; i < length; i++) {
      taken[i] = all[i % all.length];
    }
    return new Waveform(taken, sound.sampleRateHz());
  }
}
