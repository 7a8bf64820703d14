package whence.data.scene;

import whence.WhenceException;
import whence.media.Picture;
import whence.media.PictureScaler;

/**
 * An object cut out of its picture, ready to paste.
 *
 * @param reference where it came from
 * @param picture with alpha, cropped to what is visible, at most {@value #MOST_PIXELS} pixels a
 *     side
 */
public record CutOut(String reference, Picture picture) {
  /** Longest side of a cut-out in pixels. */
  public static final int MOST_PIXELS = 256;

  /** Share of pixels that must be transparent, in the picture as it came. */
  public static final double LEAST_TRANSPARENT = 0.1;

  private static final int TRANSPARENT_BELOW = 20;

  /** Refuses a picture without alpha. */
  public CutOut {
    if (picture.alpha() == null) {
      throw noTransparency(reference, "a picture without alpha");
    }
  }

  /**
   * Crops a picture to the pixels of opacity above 20 and reduces it to {@value #MOST_PIXELS}
   * pixels a side; a smaller picture keeps its size.
   *
   * @param reference where it came from, for messages
   * @param picture with alpha
   * @throws WhenceException if there is no alpha, if fewer than 10 % of the pixels are transparent
   *     (opacity below 20), or if nothing is as opaque as the ground truth asks
   */
  public static CutOut of(String reference, Picture picture) {
    double transparent = transparentShare(picture);
    if (picture.alpha() == null || transparent < LEAST_TRANSPARENT) {
      String got = picture.alpha() == null ? "a picture without alpha" : percent(transparent);
      throw noTransparency(reference, got);
    }
    Picture visible = cropToVisible(reference, picture);
    int longest = Math.max(visible.width(), visible.height());
    if (longest <= MOST_PIXELS) {
      return new CutOut(reference, visible);
    }
    double scale = MOST_PIXELS / (double) longest;
    int width = Math.max(1, (int) Math.round(visible.width() * scale));
    int height = Math.max(1, (int) Math.round(visible.height() * scale));
    return new CutOut(reference, PictureScaler.resize(visible, width, height));
  }

  /** Share of pixels with opacity below 20; 0 for a picture without alpha. */
  static double transparentShare(Picture picture) {
    byte[] alpha = picture.alpha();
    if (alpha == null) {
      return 0;
    }
    int transparent = 0;
    for (byte opacity : alpha) {
      transparent += (opacity & 0xff) < TRANSPARENT_BELOW ? 1 : 0;
    }
    return transparent / (double) alpha.length;
  }

  private static Picture cropToVisible(String reference, Picture picture) {
    int left = picture.width();
    int right = -1;
    int top = picture.height();
    int bottom = -1;
    int opaque = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        opaque += picture.opacity(x, y) >= SceneCanvas.OPAQUE ? 1 : 0;
        if (picture.opacity(x, y) > TRANSPARENT_BELOW) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    if (opaque == 0) {
      throw new WhenceException(
          "Cannot use the cut-out " + reference,
          "no pixel of opacity " + SceneCanvas.OPAQUE + " or more",
          "an object that is not transparent itself",
          "remove the file, or save it with an opaque object");
    }
    return PictureScaler.crop(picture, left, top, right - left + 1, bottom - top + 1);
  }

  private static String percent(double share) {
    return "%.1f %% of the pixels transparent".formatted(100 * share);
  }

  private static WhenceException noTransparency(String reference, String got) {
    return new WhenceException(
        "Cannot use the cut-out " + reference,
        got,
        "a PNG with alpha, at least 10 % of its pixels transparent (opacity below 20 of 255)",
        "cut the object out of its background, or remove the file");
  }
}
