package whence.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws one plot: title, axes with round ticks, series, and a legend where there are several. */
final class PlotPainter {
  private static final double TITLE = 15;
  private static final double LEGEND_LINE = 11;
  private static final double BELOW = 26;
  private static final double LEFT = 40;
  private static final double RIGHT = 8;
  private static final double SWATCH = 14;

  private final Plot plot;
  private final PlotLegend legend;
  private final Rectangle2D box;
  private final PlotScale x;
  private final PlotScale y;

  PlotPainter(Plot plot, FigureSize size) {
    this.plot = plot;
    double inner = size.widthPoints() - LEFT - RIGHT;
    this.legend =
        PlotLegend.of(plot.series().size() > 1 ? plot.series() : List.of(), inner, SWATCH);
    double top = TITLE + LEGEND_LINE * legend.lines();
    this.box =
        new Rectangle2D.Double(LEFT, top, inner, Math.max(10, size.heightPoints() - top - BELOW));
    this.x = PlotScale.ofX(plot.series(), box.getMinX(), box.getMaxX());
    this.y = PlotScale.ofY(plot.series(), box.getMaxY(), box.getMinY());
  }

  void paint(Graphics2D g) {
    g.setFont(Typography.TITLE);
    g.setColor(Palette.INK.colour());
    Typography.left(g, plot.title(), LEFT, TITLE - 5);
    g.setFont(Typography.TEXT);
    axes(g);
    Shape clip = g.getClip();
    g.clip(
        new Rectangle2D.Double(
            box.getX() - 3, box.getY() - 3, box.getWidth() + 6, box.getHeight() + 6));
    for (int i = 0; i < plot.series().size(); i++) {
      series(g, plot.series().get(i), i);
    }
    g.setClip(clip);
    legend.paint(g, LEFT, TITLE, LEGEND_LINE, (entry, at) -> swatch(g, entry, at));
    if (y.isEmpty()) {
      g.setColor(Palette.GREY.colour());
      Typography.centred(g, "no data", box.getCenterX(), box.getCenterY());
    }
  }

  private void axes(Graphics2D g) {
    List<String> labels = y.ticks().labels();
    for (int i = 0; i < labels.size(); i++) {
      double at = y.at(y.ticks().at(i));
      g.setColor(Palette.FAINT.colour());
      g.setStroke(Typography.solid(0.5));
      g.draw(new Line2D.Double(box.getMinX(), at, box.getMaxX(), at));
      g.setColor(Palette.INK.colour());
      Typography.right(g, labels.get(i), box.getMinX() - 3, at + 2.5);
    }
    labels = x.ticks().labels();
    for (int i = 0; i < labels.size(); i++) {
      double at = x.at(x.ticks().at(i));
      g.setColor(Palette.GREY.colour());
      g.setStroke(Typography.solid(0.5));
      g.draw(new Line2D.Double(at, box.getMaxY(), at, box.getMaxY() + 2.5));
      g.setColor(Palette.INK.colour());
      Typography.centred(g, labels.get(i), at, box.getMaxY() + 11);
    }
    Typography.centred(g, plot.xTitle(), box.getCenterX(), box.getMaxY() + 21);
    AffineTransform before = g.getTransform();
    g.rotate(-Math.PI / 2);
    Typography.centred(g, plot.yTitle(), -box.getCenterY(), 8);
    g.setTransform(before);
  }

  private void series(Graphics2D g, Plot.Series series, int index) {
    style(g, index);
    switch (series.kind()) {
      case LINE -> g.draw(path(series));
      case POINTS -> points(g, series, index);
      case BINS -> bins(g, series, index);
    }
  }

  private Path2D path(Plot.Series series) {
    Path2D path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < series.y().length; i++) {
      boolean drawn = Double.isFinite(series.y()[i]) && Double.isFinite(series.x()[i]);
      if (drawn && down) {
        path.lineTo(x.at(series.x()[i]), y.at(series.y()[i]));
      } else if (drawn) {
        path.moveTo(x.at(series.x()[i]), y.at(series.y()[i]));
        path.lineTo(x.at(series.x()[i]), y.at(series.y()[i])); // one point alone is a dot
      }
      down = drawn;
    }
    return path;
  }

  private void points(Graphics2D g, Plot.Series series, int index) {
    for (int i = 0; i < series.y().length; i++) {
      if (Double.isFinite(series.y()[i]) && Double.isFinite(series.x()[i])) {
        dot(g, index, x.at(series.x()[i]), y.at(series.y()[i]));
      }
    }
  }

  /** Filled, or open where colours repeat. */
  private static void dot(Graphics2D g, int index, double x, double y) {
    Ellipse2D disc = new Ellipse2D.Double(x - 1.4, y - 1.4, 2.8, 2.8);
    if (index < Palette.SERIES) {
      g.fill(disc);
    } else {
      g.setStroke(Typography.solid(0.6));
      g.draw(disc);
    }
  }

  private void bins(Graphics2D g, Plot.Series series, int index) {
    for (int i = 0; i < series.y().length; i++) {
      if (Double.isFinite(series.y()[i])) {
        double from = x.at(series.x()[i]);
        double top = y.at(series.y()[i]);
        Rectangle2D bar =
            new Rectangle2D.Double(from, top, x.at(series.x()[i + 1]) - from, y.at(0) - top);
        g.setColor(Palette.ofSeries(index).at(0.45));
        g.fill(bar);
        g.setColor(Palette.ofSeries(index).colour());
        g.setStroke(Typography.solid(0.4));
        g.draw(bar);
      }
    }
  }

  private static void style(Graphics2D g, int index) {
    g.setColor(Palette.ofSeries(index).colour());
    g.setStroke(index < Palette.SERIES ? Typography.solid(1.2) : Typography.dashed(1.2, 3, 2));
  }

  private void swatch(Graphics2D g, int entry, Point2D at) {
    style(g, entry);
    double middle = at.getY() - 2.5;
    if (plot.series().get(entry).kind() == Plot.Kind.POINTS) {
      dot(g, entry, at.getX() + SWATCH / 2, middle);
    } else {
      g.draw(new Line2D.Double(at.getX(), middle, at.getX() + SWATCH - 4, middle));
    }
    g.setColor(Palette.INK.colour());
  }
}
