package whence.media;

/** Converts between OpenCV's interleaved grey, BGR or BGRA bytes and {@link Picture}. */
final class Interleaved {
  private Interleaved() {}

  /**
   * Copies interleaved pixels to a picture.
   *
   * @param channels 1 grey, 2 grey and alpha, 3 BGR, 4 BGRA
   * @param pixels [height, width, channels]
   */
  static Picture picture(int width, int height, int channels, byte[] pixels) {
    int count = width * height;
    boolean grey = channels < 3;
    boolean hasAlpha = channels % 2 == 0;
    byte[] rgb = new byte[3 * count];
    byte[] alpha = hasAlpha ? new byte[count] : null;
    for (int i = 0, from = 0, to = 0; i < count; i++, from += channels, to += 3) {
      rgb[to] = pixels[grey ? from : from + 2];
      rgb[to + 1] = pixels[grey ? from : from + 1];
      rgb[to + 2] = pixels[from];
      if (alpha != null) {
        alpha[i] = pixels[from + channels - 1];
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  /** The pixels as BGR, or as BGRA if the picture has alpha. */
  static byte[] bgr(Picture picture) {
    byte[] rgb = picture.rgb();
    byte[] alpha = picture.alpha();
    int channels = alpha == null ? 3 : 4;
    int count = picture.width() * picture.height();
    byte[] pixels = new byte[channels * count];
    for (int i = 0, from = 0, to = 0; i < count; i++, from += 3, to += channels) {
      pixels[to] = rgb[from + 2];
      pixels[to + 1] = rgb[from + 1];
      pixels[to + 2] = rgb[from];
      if (alpha != null) {
        pixels[to + 3] = alpha[i];
      }
    }
    return pixels;
  }
}
