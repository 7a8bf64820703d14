package whence.train;

import java.util.SplittableRandom;
import whence.WhenceException;

/**
 * Random changes to a spectrogram that leave its meaning: a band mask, a time mask and a circular
 * shift in time.
 *
 * <p>Masked cells get a constant, the mean of all training spectrograms. Source: Park et al.,
 * "SpecAugment", Interspeech 2019.
 *
 * @param maskBands height of the band mask, at least 0
 * @param maskFrames length of the time mask, at least 0
 * @param shiftFrames largest shift, exclusive, at least 1
 * @param gainDeviation standard deviation of a constant added to all values (natural log of
 *     energy), at least 0
 */
public record SpectrogramAugmentation(
    int maskBands, int maskFrames, int shiftFrames, double gainDeviation) {

  /** Checks ranges. */
  public SpectrogramAugmentation {
    if (maskBands < 0 || maskFrames < 0 || shiftFrames < 1 || !(gainDeviation >= 0)) {
      throw new WhenceException(
          "Cannot augment spectrograms with these settings",
          "%d bands, %d frames, shift %d, gain %s"
              .formatted(maskBands, maskFrames, shiftFrames, gainDeviation),
          "masks >= 0, shift >= 1, gain >= 0",
          "start from SpectrogramAugmentation.defaults()");
    }
  }

  /** 8 bands, 12 frames, shifts below 30 frames, no gain. */
  public static SpectrogramAugmentation defaults() {
    return new SpectrogramAugmentation(8, 12, 30, 0);
  }

  /** Leaves spectrograms as they are. */
  public static SpectrogramAugmentation none() {
    return new SpectrogramAugmentation(0, 0, 1, 0);
  }

  /**
   * Changes one spectrogram in place.
   *
   * @param values holds [bands, frames] from {@code offset} on
   * @param offset first index
   * @param bands M
   * @param frames T
   * @param fill value of masked cells
   * @param random source of all choices; drawn from equally often whatever the settings
   */
  void apply(
      float[] values, int offset, int bands, int frames, float fill, SplittableRandom random) {
    int band = random.nextInt(Math.max(1, bands - maskBands + 1));
    int frame = random.nextInt(Math.max(1, frames - maskFrames + 1));
    int shift = random.nextInt(Math.min(frames, shiftFrames));
    float gain = (float) (gainDeviation * random.nextGaussian());
    float[] row = new float[frames];
    for (int m = 0; m < bands; m++) {
      int start = offset + m * frames;
      boolean masked = m >= band && m < band + maskBands;
      for (int t = 0; t < frames; t++) {
        boolean hidden = masked || (t >= frame && t < frame + maskFrames);
        row[(t + shift) % frames] = hidden ? fill : values[start + t] + gain;
      }
      System.arraycopy(row, 0, values, start, frames);
    }
  }
}
