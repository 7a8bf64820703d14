package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Panels of curves in rows, all of equal size, and one legend under them.
 *
 * @param size of the page
 * @param perRow panels in a row
 * @param panels at least one, with the same curves
 */
record CurvePage(FigureSize size, int perRow, List<CurvePanel> panels) {
  private static final double LEAST_LEGEND = 24;

  void paint(Graphics2D g) {
    List<Curve> entries = panels.get(0).curves();
    double page = size.widthPoints();
    double legend = Math.max(LEAST_LEGEND, Legend.height(entries, page));
    double width = page / perRow;
    double height = (size.heightPoints() - legend) / (panels.size() / perRow);
    for (int i = 0; i < panels.size(); i++) {
      double y = i / perRow * height;
      panels.get(i).paint(g, new Rectangle2D.Double(i % perRow * width, y, width, height));
    }
    Legend.paint(g, entries, page / 2, size.heightPoints() - legend, page);
  }
}
