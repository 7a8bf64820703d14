package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** One legend for all panels of a figure: a line with its marker, then the words. */
final class Legend {
  private static final double SAMPLE = 20;
  private static final double GAP = 5;
  private static final double BETWEEN = 14;

  private Legend() {}

  /**
   * Draws the entries in rows centred on {@code centreX}: in as few of them as fit {@code width}.
   */
  static void paint(Graphics2D g, List<Curve> curves, double centreX, double y, double width) {
    g.setFont(Typography.TEXT);
    int perRow = perRow(curves, width);
    double baseline = y + Typography.LINE;
    for (int from = 0; from < curves.size(); from += perRow) {
      List<Curve> row = curves.subList(from, Math.min(from + perRow, curves.size()));
      double x = centreX - width(row) / 2;
      for (Curve curve : row) {
        entry(g, curve, x, baseline);
        x += entryWidth(curve) + BETWEEN;
      }
      baseline += Typography.LINE + 1;
    }
  }

  /** What {@link #paint} needs, points. */
  static double height(List<Curve> curves, double width) {
    int perRow = perRow(curves, width);
    int rows = (curves.size() + perRow - 1) / perRow;
    return rows * (Typography.LINE + 1) + 3;
  }

  private static int perRow(List<Curve> curves, double width) {
    for (int rows = 1; rows < curves.size(); rows++) {
      int perRow = (curves.size() + rows - 1) / rows;
      boolean fits = true;
      for (int from = 0; from < curves.size(); from += perRow) {
        fits &= width(curves.subList(from, Math.min(from + perRow, curves.size()))) <= width;
      }
      if (fits) {
        return perRow;
      }
    }
    return 1;
  }

  private static void entry(Graphics2D g, Curve curve, double x, double baseline) {
    double middle = baseline - 2.5;
    g.setColor(curve.colour().colour());
    g.setStroke(curve.stroke().line(1.1, 1));
    g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
    Dot.paint(g, curve.stroke(), x + SAMPLE / 2, middle, 3.6);
    g.setColor(Palette.INK.colour());
    Typography.left(g, curve.label(), x + SAMPLE + GAP, baseline);
  }

  private static double width(List<Curve> curves) {
    return curves.stream().mapToDouble(Legend::entryWidth).sum() + BETWEEN * (curves.size() - 1);
  }

  private static double entryWidth(Curve curve) {
    return SAMPLE + GAP + Typography.width(Typography.TEXT, curve.label());
  }
}
