package whence.media;

import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * A picture in memory: {@code height} rows of {@code width} pixels.
 *
 * <p>The arrays are not copied; whoever makes a picture gives them away.
 *
 * @param width W, at least 1 pixel
 * @param height H, at least 1 pixel
 * @param rgb [H, W, 3] bytes, unsigned 0 to 255, row by row from the top left, sRGB
 * @param alpha [H, W] bytes, unsigned, 0 transparent to 255 opaque; null for a picture without
 *     alpha
 */
public record Picture(int width, int height, byte[] rgb, byte @Nullable [] alpha) {

  /** Checks sizes. */
  public Picture {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw badSize("rgb", width, height, rgb.length, 3L * width * height);
    }
    if (alpha != null && alpha.length != width * height) {
      throw badSize("alpha", width, height, alpha.length, (long) width * height);
    }
  }

  /** An opaque picture from {@code rgb} [H, W, 3]. */
  public static Picture opaque(int width, int height, byte[] rgb) {
    return new Picture(width, height, rgb, null);
  }

  /** The red (0), green (1) or blue (2) value of one pixel, 0 to 255. */
  public int channel(int x, int y, int channel) {
    return rgb[3 * (y * width + x) + channel] & 0xff;
  }

  /** The opacity of one pixel, 0 to 255; 255 where the picture has no alpha. */
  public int opacity(int x, int y) {
    return alpha == null ? 255 : alpha[y * width + x] & 0xff;
  }

  private static WhenceException badSize(String part, int width, int height, int got, long want) {
    return new WhenceException(
        "Cannot make a picture of " + width + " x " + height + " pixels",
        got + " bytes of " + part,
        want + " bytes, width and height at least 1",
        "check the order of width and height, and the number of channels");
  }
}
