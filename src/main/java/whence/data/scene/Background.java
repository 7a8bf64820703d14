package whence.data.scene;

import whence.media.Picture;
import whence.media.PictureScaler;

/**
 * A photograph to compose on.
 *
 * @param reference where it came from
 * @param picture without alpha
 */
public record Background(String reference, Picture picture) {
  private static final int MOST_PIXELS = 1024;

  /** A background of at most 1024 pixels a side; its alpha, if any, is dropped. */
  public static Background of(String reference, Picture picture) {
    Picture opaque = Picture.opaque(picture.width(), picture.height(), picture.rgb());
    int longest = Math.max(picture.width(), picture.height());
    if (longest <= MOST_PIXELS) {
      return new Background(reference, opaque);
    }
    double scale = MOST_PIXELS / (double) longest;
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    return new Background(reference, PictureScaler.resize(opaque, width, height));
  }
}
