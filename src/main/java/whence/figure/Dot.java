package whence.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A round marker, filled or open, the same in a chart and in a legend. */
final class Dot extends Marker {
  private final Curve.Stroke stroke;

  Dot(Curve.Stroke stroke) {
    this.stroke = stroke;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    paint(g, stroke, x, y, size);
  }

  /** Draws a marker in the current colour, {@code size} across. */
  static void paint(Graphics2D g, Curve.Stroke stroke, double x, double y, double size) {
    Ellipse2D disc = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    Color colour = g.getColor();
    g.setColor(stroke == Curve.Stroke.SOLID ? colour : Palette.PAPER.colour());
    g.fill(disc);
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) (size / 4)));
    g.draw(disc);
  }
}
