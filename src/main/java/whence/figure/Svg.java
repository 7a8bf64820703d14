package whence.figure;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Figures as vectors. */
final class Svg {
  private static final double MILLIS_PER_POINT = 25.4 / 72;

  private Svg() {}

  static byte[] svg(Figure figure) {
    FigureSize size = figure.size();
    VectorGraphics2D g = new VectorGraphics2D();
    g.setColor(Palette.PAPER.colour());
    g.scale(MILLIS_PER_POINT, MILLIS_PER_POINT);
    g.fill(new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()));
    figure.painting().paint(g);
    PageSize page = new PageSize(size.widthMillis(), size.heightMillis());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Processors.get("svg").getDocument(g.getCommands(), page).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing an SVG to memory", e);
    }
    return inMillis(bytes.toString(StandardCharsets.UTF_8), size).getBytes(StandardCharsets.UTF_8);
  }

  /** The library writes the page's millimetres as pixels. */
  private static String inMillis(String svg, FigureSize size) {
    String page = "<svg[^>]*>";
    String head =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " version=\"1.1\" width=\"%1$.2fmm\" height=\"%2$.2fmm\" viewBox=\"0 0 %1$.2f %2$.2f\">",
            size.widthMillis(),
            size.heightMillis());
    return svg.replaceFirst(page, head);
  }
}
