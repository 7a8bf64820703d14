package whence.data.prepare;

import whence.WhenceException;

/**
 * Everything that decides what is taken of a video.
 *
 * @param frame which frames
 * @param soundSeconds how much sound around each frame, 0.5 to 60; moved to lie inside of the
 *     sound, and shorter only where all of it is
 * @param sampleRateHz rate of the sound as stored
 * @param longestSidePixels larger frames are scaled down to it; frames are never cropped
 * @param jpegQuality of the frames, 1 to 100
 * @param limits what is rejected
 */
public record PrepareSettings(
    FrameChoice frame,
    double soundSeconds,
    int sampleRateHz,
    int longestSidePixels,
    int jpegQuality,
    Limits limits) {

  /**
   * What is rejected.
   *
   * @param shortestSeconds least length of pictures and of sound; training hears 2 seconds
   * @param silenceDb sound of less power, dB full scale, counts as silence
   * @param stillLevels a picture whose grey, averaged over 32 x 32 fields, changes by no more than
   *     this anywhere counts as still, of 255 levels
   */
  public record Limits(double shortestSeconds, double silenceDb, int stillLevels) {
    /** Checks ranges. */
    public Limits {
      boolean fits = shortestSeconds >= 0.1 && shortestSeconds <= 60;
      if (!fits || !(silenceDb <= 0) || stillLevels < 0 || stillLevels > 255) {
        throw new WhenceException(
            "Cannot prepare videos",
            "limits of %s s, %s dB, %d levels".formatted(shortestSeconds, silenceDb, stillLevels),
            "0.1 to 60 s, at most 0 dB, 0 to 255 levels",
            "start from one of the presets");
      }
    }

    /** Two seconds, -60 dB, 3 levels. */
    public static Limits defaults() {
      return new Limits(2, -60, 3);
    }
  }

  /** Checks ranges. */
  public PrepareSettings {
    boolean fits = soundSeconds >= 0.5 && soundSeconds <= 60;
    fits &= sampleRateHz >= 1_000 && sampleRateHz <= 384_000;
    fits &= longestSidePixels >= 32 && longestSidePixels <= 10_000;
    fits &= jpegQuality >= 1 && jpegQuality <= 100;
    if (!fits) {
      throw new WhenceException(
          "Cannot prepare videos",
          "%s s of sound at %d Hz, frames of %d pixels, quality %d"
              .formatted(soundSeconds, sampleRateHz, longestSidePixels, jpegQuality),
          "0.5 to 60 s, 1,000 to 384,000 Hz, 32 to 10,000 pixels, quality 1 to 100",
          "start from one of the presets");
    }
  }

  /** The middle frame and 10 seconds of sound around it, 16 kHz, frames of 1,280 pixels. */
  public static PrepareSettings defaults() {
    return new PrepareSettings(FrameChoice.middle(), 10, 16_000, 1280, 92, Limits.defaults());
  }

  /** The same for other frames. */
  public PrepareSettings withFrame(FrameChoice other) {
    return new PrepareSettings(
        other, soundSeconds, sampleRateHz, longestSidePixels, jpegQuality, limits);
  }

  /** The same with more or less sound. */
  public PrepareSettings withSoundSeconds(double other) {
    return new PrepareSettings(frame, other, sampleRateHz, longestSidePixels, jpegQuality, limits);
  }

  /** The same with other limits. */
  public PrepareSettings withLimits(Limits other) {
    return new PrepareSettings(
        frame, soundSeconds, sampleRateHz, longestSidePixels, jpegQuality, other);
  }
}
