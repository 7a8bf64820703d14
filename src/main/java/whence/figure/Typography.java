package whence.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Fonts and line widths of every figure, in points; no text is smaller than 7 pt on paper. */
final class Typography {
  /** Everything that is read closely. */
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 7);

  /** Emphasis inside a table. */
  static final Font STRONG = TEXT.deriveFont(Font.BOLD);

  /** Titles of panels and columns. */
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 8);

  /** Height of a line of {@link #TEXT}, in points. */
  static final double LINE = 9.5;

  /** Measured apart from any screen or scale, so that every format is laid out alike. */
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private Typography() {}

  static double width(Font font, String text) {
    return font.getStringBounds(text, MEASURE).getWidth();
  }

  /** Draws text as shapes: every format and every viewer then shows the same. */
  static void left(Graphics2D g, String text, double x, double baseline) {
    g.fill(g.getFont().createGlyphVector(MEASURE, text).getOutline((float) x, (float) baseline));
  }

  static void right(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(g.getFont(), text), baseline);
  }

  static void centred(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(g.getFont(), text) / 2, baseline);
  }

  /** The text, or as much of it as fits a width, ended by "...". */
  static String fitted(Font font, String text, double width) {
    if (width(font, text) <= width) {
      return text;
    }
    int keep = text.length();
    while (keep > 0 && width(font, text.substring(0, keep) + "...") > width) {
      keep--;
    }
    return text.substring(0, keep) + "...";
  }

  static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed(double width, double dash, double gap) {
    float[] pattern = {(float) dash, (float) gap};
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }
}
