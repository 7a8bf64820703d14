package whence.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The three marks of the strips; each is legible on light and dark ground and without colour. */
final class StripMarks {
  private static final double SPACING = 3.2;

  private StripMarks() {}

  /** Positive cells: a solid white outline on a dark halo. */
  static void positive(Graphics2D g, Shape outline) {
    twice(g, outline, 2.0, Palette.INK, 1.1, Palette.PAPER);
  }

  /** Negative cells: thin hatching inside {@code outline}. */
  static void negative(Graphics2D g, Shape outline, Rectangle2D box) {
    Shape clip = g.getClip();
    g.clip(outline);
    g.setColor(Palette.PAPER.at(0.55));
    g.setStroke(Typography.solid(0.4));
    double height = box.getHeight();
    for (double x = box.getX() - height; x < box.getMaxX(); x += SPACING) {
      g.draw(new Line2D.Double(x, box.getMaxY(), x + height, box.getY()));
    }
    g.setClip(clip);
  }

  /** The truth: a dashed line, sky blue on a dark halo. */
  static void truth(Graphics2D g, Shape outline) {
    g.setColor(Palette.INK.colour());
    g.setStroke(Typography.solid(1.7));
    g.draw(outline);
    g.setColor(Palette.SKY.colour());
    g.setStroke(Typography.dashed(1.0, 2.4, 1.4));
    g.draw(outline);
  }

  private static void twice(
      Graphics2D g, Shape shape, double wide, Palette halo, double thin, Palette line) {
    g.setColor(halo.colour());
    g.setStroke(Typography.solid(wide));
    g.draw(shape);
    g.setColor(line.colour());
    g.setStroke(Typography.solid(thin));
    g.draw(shape);
  }
}
