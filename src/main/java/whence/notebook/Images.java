package whence.notebook;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import whence.figure.HeatColours;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.media.PictureCodec;

/** Pictures, maps and masks as images of a size that can be looked at. */
final class Images {
  /** Small maps are enlarged by whole numbers to at least this side, in pixels. */
  private static final int SMALLEST_SIDE = 168;

  private static final int MOST_PNG_BYTES = 80_000;
  private static final int JPEG_QUALITY = 76;

  private Images() {}

  /** The map from its lowest (dark) to its highest value (light); a constant map is dark. */
  static BufferedImage of(HeatMap map) {
    float[] range = range(map);
    float width = range[1] - range[0];
    BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        float share = width > 0 ? (map.at(y, x) - range[0]) / width : 0;
        image.setRGB(x, y, HeatColours.rgb(share));
      }
    }
    return enlarged(image);
  }

  static BufferedImage of(Mask mask) {
    BufferedImage image =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        image.setRGB(x, y, mask.at(y, x) ? 0xffffff : 0);
      }
    }
    return enlarged(image);
  }

  /** PNG, or JPEG where a photograph makes the PNG large. */
  static CellOutput output(Picture picture, String text) {
    byte[] png = PictureCodec.png(picture);
    return png.length <= MOST_PNG_BYTES || picture.alpha() != null
        ? CellOutput.png(png, text)
        : CellOutput.jpeg(PictureCodec.jpeg(picture, JPEG_QUALITY), text);
  }

  static String text(HeatMap map) {
    float[] range = range(map);
    return String.format(
        Locale.ROOT,
        "heat map %d x %d, %.4g to %.4g",
        map.height(),
        map.width(),
        range[0],
        range[1]);
  }

  /** The lowest and the highest value; NaN is passed over. */
  private static float[] range(HeatMap map) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : map.values()) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    return new float[] {low, high};
  }

  private static BufferedImage enlarged(BufferedImage image) {
    int side = Math.min(image.getWidth(), image.getHeight());
    int factor = Math.max(1, (SMALLEST_SIDE + side - 1) / side);
    BufferedImage large =
        new BufferedImage(
            image.getWidth() * factor, image.getHeight() * factor, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(image, 0, 0, large.getWidth(), large.getHeight(), null);
    graphics.dispose();
    return large;
  }
}
