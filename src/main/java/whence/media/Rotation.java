package whence.media;

import java.nio.file.Path;

/** A turn of a picture, counter-clockwise, by a multiple of 90 degrees. */
enum Rotation {
  NONE,
  QUARTER,
  HALF,
  THREE_QUARTERS;

  private static final double TOLERANCE_DEGREES = 0.5;

  /** The turn that a video's display matrix asks for, degrees counter-clockwise. */
  static Rotation ofDegrees(Path file, double degrees) {
    double turned = Double.isNaN(degrees) ? 0 : ((degrees % 360) + 360) % 360;
    int quarters = (int) Math.round(turned / 90);
    if (Math.abs(turned - 90 * quarters) > TOLERANCE_DEGREES) {
      throw new MediaException(
          "Cannot turn the video " + file + " upright",
          "a rotation of " + degrees + " degrees",
          "a multiple of 90 degrees",
          "convert it with a media tool that applies the rotation");
    }
    return values()[quarters % 4];
  }

  boolean swapsSides() {
    return this == QUARTER || this == THREE_QUARTERS;
  }

  /** Turns an opaque picture. */
  Picture apply(Picture picture) {
    if (this == NONE) {
      return picture;
    }
    int width = swapsSides() ? picture.height() : picture.width();
    int height = swapsSides() ? picture.width() : picture.height();
    byte[] rgb = new byte[picture.rgb().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        System.arraycopy(picture.rgb(), 3 * source(picture, x, y), rgb, 3 * (y * width + x), 3);
      }
    }
    return Picture.opaque(width, height, rgb);
  }

  /** The index of the pixel that lands on (x, y). */
  private int source(Picture picture, int x, int y) {
    int lastX = picture.width() - 1;
    int lastY = picture.height() - 1;
    return switch (this) {
      case NONE -> y * picture.width() + x;
      case QUARTER -> x * picture.width() + lastX - y;
      case HALF -> (lastY - y) * picture.width() + lastX - x;
      case THREE_QUARTERS -> (lastY - x) * picture.width() + y;
    };
  }
}
