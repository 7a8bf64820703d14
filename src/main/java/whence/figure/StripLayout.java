package whence.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where things stand in the strips, in points.
 *
 * @param width of the figure
 * @param columns frames in a row, the plain one included
 * @param rows number of scenes
 * @param aspect height over width of the first frame; others are squashed to it
 */
record StripLayout(double width, int columns, int rows, double aspect) {
  private static final double GAP = 2.5;
  private static final double WIDEST = 110;
  private static final double TITLES = 12;
  private static final double LEGEND = 20;

  static StripLayout of(List<StripScene> scenes) {
    StripScene first = scenes.get(0);
    double aspect = first.frame().height() / (double) first.frame().width();
    double width = FigureSize.twoColumns(100).widthPoints();
    return new StripLayout(width, first.iterations().size() + 1, scenes.size(), aspect);
  }

  FigureSize size() {
    return FigureSize.twoColumnsOfPoints(TITLES + rows * (cellHeight() + GAP) + LEGEND)
        .withDotsPerInch(FigureSize.PHOTOGRAPH_DPI);
  }

  Rectangle2D cell(int row, int column) {
    double margin = (width - columns * (cellWidth() + GAP) + GAP) / 2;
    double x = margin + column * (cellWidth() + GAP);
    return new Rectangle2D.Double(
        x, TITLES + row * (cellHeight() + GAP), cellWidth(), cellHeight());
  }

  double titleBaseline() {
    return TITLES - 4;
  }

  double legendTop() {
    return TITLES + rows * (cellHeight() + GAP) + 4;
  }

  private double cellWidth() {
    return Math.min(WIDEST, (width - (columns - 1) * GAP) / columns);
  }

  private double cellHeight() {
    return cellWidth() * aspect;
  }
}
