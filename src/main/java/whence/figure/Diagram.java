package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws what diagrams are made of: titles, pictures, boxes with words, arrows.
 *
 * @param g receives the drawing, in points
 */
record Diagram(Graphics2D g) {

  /** A title over something whose upper end is at {@code top}. */
  void title(String text, double x, double top) {
    g.setFont(Typography.TITLE);
    g.setColor(Palette.INK.colour());
    Typography.left(g, text, x, top - 5);
  }

  /** Lines of text from {@code top} on. */
  void lines(double x, double top, String... lines) {
    g.setFont(Typography.TEXT);
    g.setColor(Palette.INK.colour());
    for (int i = 0; i < lines.length; i++) {
      Typography.left(g, lines[i], x, top + (i + 1) * Typography.LINE);
    }
  }

  /** A square marked picture. */
  void tile(MarkedPicture picture, double x, double y, double side) {
    new TilePainter(g, null).paint(picture, new Rectangle2D.Double(x, y, side, side));
  }

  /** An image, stretched to fill a place. */
  void image(BufferedImage image, Rectangle2D place) {
    AffineTransform to = AffineTransform.getTranslateInstance(place.getX(), place.getY());
    to.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
    g.drawImage(image, to, null);
  }

  /** A box of one colour with a title and lines, all in its middle. */
  void box(Rectangle2D place, Palette colour, String title, String... lines) {
    RoundRectangle2D box =
        new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), 6, 6);
    g.setColor(colour.at(0.12));
    g.fill(box);
    g.setColor(colour.colour());
    g.setStroke(Typography.solid(0.8));
    g.draw(box);
    double all = (1 + lines.length) * Typography.LINE;
    double y = place.getCenterY() - all / 2 + Typography.LINE - 2.4;
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    Typography.centred(g, title, place.getCenterX(), y);
    g.setFont(Typography.TEXT);
    for (String line : lines) {
      y += Typography.LINE;
      Typography.centred(g, line, place.getCenterX(), y);
    }
  }

  /** Straight pieces through points x, y, x, y, ..., with a head at the last. */
  void arrow(double... points) {
    g.setColor(Palette.INK.colour());
    g.setStroke(Typography.solid(0.9));
    Path2D line = new Path2D.Double();
    line.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      line.lineTo(points[i], points[i + 1]);
    }
    g.draw(line);
    int n = points.length;
    double angle = Math.atan2(points[n - 1] - points[n - 3], points[n - 2] - points[n - 4]);
    AffineTransform turned = AffineTransform.getTranslateInstance(points[n - 2], points[n - 1]);
    turned.rotate(angle);
    Path2D head = new Path2D.Double();
    head.moveTo(-4.5, -2.4);
    head.lineTo(0.6, 0);
    head.lineTo(-4.5, 2.4);
    head.closePath();
    g.fill(turned.createTransformedShape(head));
  }
}
