package whence.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What the marks in pictures mean, in centred lines below them.
 *
 * @param marks those that are there, in order
 * @param heat what the colours of heat maps stand for
 */
record MarkLegend(List<Mark> marks, String heat) {

  /** What may be marked in a picture. */
  enum Mark {
    TRUTH,
    POSITIVE,
    NEGATIVE,
    HEAT
  }

  /** For maps that are each stretched over their own range. */
  static final String EACH_MAP = "correlation, low to high in each map";

  private static final double SWATCH = 15;
  private static final double SWATCH_HEIGHT = 10;
  private static final double BAR = 50;
  private static final double GAP = 5;
  private static final double BETWEEN = 18;
  private static final double LINE = 14;
  private static final int BAR_STEPS = 50;

  /** Height in points of all lines, in a figure of that width. */
  double height(double width) {
    return LINE * lines(width).size();
  }

  /** Draws all lines from {@code top} on. */
  void paint(Graphics2D g, double width, double top) {
    g.setFont(Typography.TEXT);
    double y = top;
    for (List<Mark> line : lines(width)) {
      double x = (width - width(line)) / 2;
      for (Mark mark : line) {
        Rectangle2D box = new Rectangle2D.Double(x, y, swatchWidth(mark), SWATCH_HEIGHT);
        swatch(g, mark, box);
        g.setColor(Palette.INK.colour());
        Typography.left(g, words(mark), box.getMaxX() + GAP, y + SWATCH_HEIGHT - 2.5);
        x += width(mark) + BETWEEN;
      }
      y += LINE;
    }
  }

  private List<List<Mark>> lines(double width) {
    List<List<Mark>> lines = new ArrayList<>();
    List<Mark> line = new ArrayList<>();
    for (Mark mark : marks) {
      if (!line.isEmpty() && width(line) + BETWEEN + width(mark) > width) {
        lines.add(line);
        line = new ArrayList<>();
      }
      line.add(mark);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private double width(List<Mark> line) {
    return line.stream().mapToDouble(this::width).sum() + BETWEEN * (line.size() - 1);
  }

  /** Width of one entry in points. */
  double width(Mark mark) {
    return swatchWidth(mark) + GAP + Typography.width(Typography.TEXT, words(mark));
  }

  private static double swatchWidth(Mark mark) {
    return mark == Mark.HEAT ? BAR : SWATCH;
  }

  private String words(Mark mark) {
    return switch (mark) {
      case TRUTH -> "truth";
      case POSITIVE -> "positive cells";
      case NEGATIVE -> "negative cells";
      case HEAT -> heat;
    };
  }

  private static void swatch(Graphics2D g, Mark mark, Rectangle2D box) {
    if (mark == Mark.HEAT) {
      bar(g, box);
      return;
    }
    g.setColor(Palette.GREY.colour());
    g.fill(box);
    double in = 2;
    Rectangle2D inner =
        new Rectangle2D.Double(
            box.getX() + in, box.getY() + in, box.getWidth() - 2 * in, box.getHeight() - 2 * in);
    switch (mark) {
      case TRUTH -> StripMarks.truth(g, inner);
      case POSITIVE -> StripMarks.positive(g, inner);
      default -> StripMarks.negative(g, box, box);
    }
  }

  private static void bar(Graphics2D g, Rectangle2D box) {
    double step = box.getWidth() / BAR_STEPS;
    for (int i = 0; i < BAR_STEPS; i++) {
      g.setColor(new Color(HeatColours.rgb(i / (BAR_STEPS - 1.0))));
      double x = box.getX() + i * step;
      // Half a step over the next one: no seams.
      double wide = i == BAR_STEPS - 1 ? step : 1.5 * step;
      g.fill(new Rectangle2D.Double(x, box.getY(), wide, box.getHeight()));
    }
  }
}
