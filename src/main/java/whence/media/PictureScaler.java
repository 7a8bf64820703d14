package whence.media;

/**
 * Scales, crops and mirrors pictures, in Java arithmetic alone, so that the same picture gives the
 * same bytes on every machine.
 *
 * <p>Each axis is resampled on its own: where it shrinks, by the exact average over the area a new
 * pixel covers; where it grows, by Lanczos interpolation with three lobes, L(x) = sinc(x) sinc(x/3)
 * for |x| &lt; 3, its weights scaled to sum to 1. Beyond the edge, the edge pixel is repeated.
 * Pixel centres lie at half integers. An axis that keeps its length is copied.
 *
 * <ul>
 *   <li>Colours are weighted by alpha (premultiplied), so that the hidden colour of transparent
 *       pixels never bleeds into the outline; where alpha comes out 0 the colour is black.
 *   <li>Values are rounded to nearest and clamped to 0 to 255: a constant picture stays constant.
 * </ul>
 *
 * <p>Source: C. Duchon, Lanczos Filtering in One and Two Dimensions, Journal of Applied
 * Meteorology, 1979. Interpolation is in gamma-coded sRGB values, as picture software commonly
 * does.
 */
public final class PictureScaler {
  private PictureScaler() {}

  /**
   * Scales to {@code width} x {@code height} pixels; the proportions may change.
   *
   * @throws MediaException if a side is below 1 pixel or the result exceeds 100 megapixels
   */
  public static Picture resize(Picture picture, int width, int height) {
    if (width < 1 || height < 1 || (long) width * height > PictureFormat.MOST_PIXELS) {
      throw new MediaException(
          "Cannot scale a picture of " + size(picture),
          "a wanted size of " + width + " x " + height + " pixels",
          "at least 1 x 1 and at most 100 megapixels",
          "check the scale factor");
    }
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    Premultiplied source = new Premultiplied(picture);
    AxisWeights columns = AxisWeights.of(picture.width(), width);
    AxisWeights rows = AxisWeights.of(picture.height(), height);
    return source.resample(columns, rows);
  }

  /**
   * Cuts out the rectangle whose top left pixel is (x, y).
   *
   * @throws MediaException if the rectangle is empty or leaves the picture
   */
  public static Picture crop(Picture picture, int x, int y, int width, int height) {
    boolean inside =
        x >= 0
            && y >= 0
            && width >= 1
            && height >= 1
            && width <= picture.width() - x
            && height <= picture.height() - y;
    if (!inside) {
      throw new MediaException(
          "Cannot crop a picture of " + size(picture),
          width + " x " + height + " pixels at (" + x + ", " + y + ")",
          "a rectangle of at least 1 x 1 pixel inside the picture",
          "check the order of x, y, width and height");
    }
    byte[] rgb = new byte[3 * width * height];
    byte[] from = picture.alpha();
    byte[] alpha = from == null ? null : new byte[width * height];
    for (int row = 0; row < height; row++) {
      int start = (y + row) * picture.width() + x;
      System.arraycopy(picture.rgb(), 3 * start, rgb, 3 * row * width, 3 * width);
      if (from != null && alpha != null) {
        System.arraycopy(from, start, alpha, row * width, width);
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  /** Mirrors left and right. */
  public static Picture flipHorizontally(Picture picture) {
    int width = picture.width();
    byte[] from = picture.alpha();
    byte[] rgb = new byte[picture.rgb().length];
    byte[] alpha = from == null ? null : new byte[from.length];
    for (int row = 0; row < picture.height(); row++) {
      for (int x = 0; x < width; x++) {
        int to = row * width + x;
        int mirrored = row * width + width - 1 - x;
        System.arraycopy(picture.rgb(), 3 * mirrored, rgb, 3 * to, 3);
        if (from != null && alpha != null) {
          alpha[to] = from[mirrored];
        }
      }
    }
    return new Picture(width, picture.height(), rgb, alpha);
  }

  private static String size(Picture picture) {
    return picture.width() + " x " + picture.height() + " pixels";
  }
}
