package whence.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import whence.media.Picture;

/** Figures as pixels. */
final class Raster {
  private static final String PNG_METADATA = "javax_imageio_png_1.0";
  private static final double POINTS_PER_INCH = 72;

  private Raster() {}

  static BufferedImage image(Figure figure) {
    FigureSize size = figure.size();
    BufferedImage image =
        new BufferedImage(size.widthPixels(), size.heightPixels(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setColor(Palette.PAPER.colour());
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      hint(g);
      g.scale(size.dotsPerInch() / POINTS_PER_INCH, size.dotsPerInch() / POINTS_PER_INCH);
      figure.painting().paint(g);
    } finally {
      g.dispose();
    }
    return image;
  }

  /** The hints that make drawing smooth, and equal on every run. */
  static void hint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int red = picture.channel(x, y, 0);
        int green = picture.channel(x, y, 1);
        image.setRGB(x, y, red << 16 | green << 8 | picture.channel(x, y, 2));
      }
    }
    return image;
  }

  static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    byte[] rgb = new byte[3 * width * image.getHeight()];
    for (int at = 0; at < rgb.length; at += 3) {
      int pixel = image.getRGB(at / 3 % width, at / 3 / width);
      rgb[at] = (byte) (pixel >> 16);
      rgb[at + 1] = (byte) (pixel >> 8);
      rgb[at + 2] = (byte) pixel;
    }
    return Picture.opaque(width, image.getHeight(), rgb);
  }

  static byte[] png(BufferedImage image, int dotsPerInch) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
      metadata.mergeTree(PNG_METADATA, resolution(dotsPerInch));
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a PNG to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dotsPerInch) {
    String perMetre = Integer.toString((int) Math.round(dotsPerInch / 0.0254));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(physical);
    return root;
  }
}
