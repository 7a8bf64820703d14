package whence.figure;

import java.awt.image.BufferedImage;
import whence.signal.LogMelSpectrogram;

/** Log-mel spectrograms as images, the lowest band at the bottom. */
public final class SpectrogramImage {
  private SpectrogramImage() {}

  /**
   * Stretched from the lowest value (dark) to the highest (light).
   *
   * @param side pixels along each side of a value, at least 1; drawing programs blur what they
   *     enlarge
   * @return T {@code side} pixels wide, M {@code side} pixels high
   */
  public static BufferedImage of(LogMelSpectrogram mel, int side) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : mel.values()) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    BufferedImage image =
        new BufferedImage(side * mel.frames(), side * mel.bands(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        float value = mel.at(mel.bands() - 1 - y / side, x / side);
        image.setRGB(x, y, HeatColours.rgb(high > low ? (value - low) / (high - low) : 0));
      }
    }
    return image;
  }
}
