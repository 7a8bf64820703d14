package whence.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;
import whence.media.Picture;

/**
 * A figure and the numbers it shows.
 *
 * @param size on paper
 * @param painting draws it; called anew for every format, must draw the same each time
 * @param numbers every number drawn, as a table
 */
public record Figure(FigureSize size, Painting painting, Table numbers) {

  /** Draws on a white page. */
  @FunctionalInterface
  public interface Painting {
    /** Draws in points, origin at the top left; may change the graphics' state. */
    void paint(Graphics2D graphics);
  }

  /** The figure at its resolution, opaque. */
  public BufferedImage image() {
    return Raster.image(this);
  }

  /** The figure at its resolution as the picture of the other packages. */
  public Picture picture() {
    return Raster.picture(image());
  }

  /** A PNG file that states its resolution. */
  public byte[] png() {
    return Raster.png(image(), size.dotsPerInch());
  }

  /** An SVG file in millimetres; text is drawn as shapes, so it looks the same everywhere. */
  public byte[] svg() {
    return Svg.svg(this);
  }

  /** The numbers: a header line, lines ended by a line feed, an empty field for none. */
  public String csv() {
    StringWriter text = new StringWriter();
    numbers.write().usingOptions(CsvWriteOptions.builder(text).lineEnd("\n").build());
    return text.toString();
  }
}
