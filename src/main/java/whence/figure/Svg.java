package whence.figure;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.VectorHints;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Figures as vectors. */
final class Svg {
  private static final double MILLIS_PER_POINT = 25.4 / 72;

  private Svg() {}

  static byte[] svg(Figure figure) {
    FigureSize size = figure.size();
    VectorGraphics2D g = new VectorGraphics2D();
    g.setRenderingHint(VectorHints.KEY_TEXT, VectorHints.VALUE_TEXT_VECTOR);
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
    return bytes.toByteArray();
  }
}
