package whence.figure;

import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.MinMax;
import whence.media.Picture;

/**
 * A heat map over a picture: the picture in grey below, so that colour means heat alone.
 *
 * <p>Each pixel is {@code (1 - a) grey + a heat}, with {@code a} rising from 0.35 at the map's
 * minimum to 0.75 at its maximum; the heat colour is that of the map stretched over [0, 1]. Grey is
 * the luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). A constant map is drawn as it is, clamped to
 * [0, 1].
 */
public final class Overlay {
  private static final double LEAST = 0.35;
  private static final double MOST = 0.75;

  private Overlay() {}

  /**
   * Lays {@code map} over {@code picture}.
   *
   * @param picture H x W; its alpha is ignored; not changed
   * @param map [H, W], any finite values; not changed
   * @return H x W, opaque
   */
  public static Picture of(Picture picture, HeatMap map) {
    return blend(picture, MinMax.of(map));
  }

  /**
   * Lays {@code map} over {@code picture} with colours that mean the same in several maps.
   *
   * @param picture H x W; its alpha is ignored; not changed
   * @param map [H, W], any finite values; not changed
   * @param low value of the darkest colour; what is below has it too
   * @param high value of the lightest colour, above {@code low}
   * @return H x W, opaque
   */
  public static Picture of(Picture picture, HeatMap map, double low, double high) {
    if (!(high > low)) {
      throw new WhenceException(
          "Cannot colour a heat map",
          "a range from " + low + " to " + high,
          "a lower end below the upper end",
          "leave the range away to stretch each map over its own");
    }
    float[] values = new float[map.values().length];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) ((map.values()[at] - low) / (high - low));
    }
    return blend(picture, new HeatMap(map.height(), map.width(), values));
  }

  private static Picture blend(Picture picture, HeatMap map) {
    requireSize(picture, map);
    float[] values = map.values();
    byte[] rgb = new byte[3 * values.length];
    for (int at = 0; at < values.length; at++) {
      double value = Math.max(0, Math.min(1, values[at]));
      double share = LEAST + (MOST - LEAST) * value;
      int heat = HeatColours.rgb(value);
      double grey = luma(picture, at % picture.width(), at / picture.width());
      for (int channel = 0; channel < 3; channel++) {
        int colour = heat >> (16 - 8 * channel) & 0xff;
        rgb[3 * at + channel] = (byte) Math.round((1 - share) * grey + share * colour);
      }
    }
    return Picture.opaque(picture.width(), picture.height(), rgb);
  }

  private static double luma(Picture picture, int x, int y) {
    return 0.299 * picture.channel(x, y, 0)
        + 0.587 * picture.channel(x, y, 1)
        + 0.114 * picture.channel(x, y, 2);
  }

  private static void requireSize(Picture picture, HeatMap map) {
    if (map.height() != picture.height() || map.width() != picture.width()) {
      throw new WhenceException(
          "Cannot lay a heat map over a picture",
          "a map of " + map.height() + " x " + map.width(),
          picture.height() + " x " + picture.width() + ", the size of the picture",
          "enlarge the map first: Resize.bilinear with the geometry of its cells");
    }
  }
}
