package whence.figure;

import java.awt.image.BufferedImage;

/** Looks at what was drawn. */
final class Pixels {
  private Pixels() {}

  /** How many pixels of a figure have exactly this colour. */
  static long count(Figure figure, Palette colour) {
    BufferedImage image = figure.image();
    int wanted = colour.colour().getRGB();
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(pixel -> pixel == wanted)
        .count();
  }
}
