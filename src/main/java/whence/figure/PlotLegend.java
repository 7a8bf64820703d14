package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of series in as many lines as they need.
 *
 * @param names in order
 * @param places left end and line of each, in points and lines from 0
 * @param swatch room before each name, in points
 */
record PlotLegend(List<String> names, List<Point2D> places, double swatch) {
  private static final double BETWEEN = 10;

  /** Draws what stands before a name. */
  interface Swatch {
    void paint(int entry, Point2D at);
  }

  static PlotLegend of(List<Plot.Series> series, double width, double swatch) {
    List<String> names = new ArrayList<>();
    List<Point2D> places = new ArrayList<>();
    double x = 0;
    int line = 0;
    for (Plot.Series one : series) {
      String name = Typography.fitted(Typography.TEXT, one.name(), width - swatch);
      double wide = swatch + Typography.width(Typography.TEXT, name);
      if (x > 0 && x + wide > width) {
        x = 0;
        line++;
      }
      names.add(name);
      places.add(new Point2D.Double(x, line));
      x += wide + BETWEEN;
    }
    return new PlotLegend(names, places, swatch);
  }

  int lines() {
    return places.isEmpty() ? 0 : (int) places.get(places.size() - 1).getY() + 1;
  }

  void paint(Graphics2D g, double left, double top, double lineHeight, Swatch marks) {
    for (int i = 0; i < names.size(); i++) {
      double baseline = top + lineHeight * places.get(i).getY() + 7;
      double x = left + places.get(i).getX();
      marks.paint(i, new Point2D.Double(x, baseline));
      Typography.left(g, names.get(i), x + swatch, baseline);
    }
  }
}
