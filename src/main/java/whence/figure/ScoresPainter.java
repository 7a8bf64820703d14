package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The table of scores as a figure: one block a split, rules as in print, the model named in bold.
 */
final class ScoresPainter {
  /** Two lines a column; the unit stands in the caption. */
  private static final List<List<String>> HEADINGS =
      List.of(
          List.of("success at 0.5,", "size-adaptive"),
          List.of("success at 0.5,", "fixed threshold"),
          List.of("mean cIoU,", "fixed threshold"),
          List.of("area under", "success curve"),
          List.of("pointing", ""),
          List.of("wrong object", "(low is good)"));

  private static final double NAMES = 76;
  private static final double ROW = 11.5;
  private static final double HEAD = 26;
  private static final double FOOT = 16;
  private static final double EDGE = 2;

  private ScoresPainter() {}

  static Figure figure(List<ScoresTable.Line> lines, Table numbers) {
    long splits = lines.stream().map(ScoresTable.Line::split).distinct().count();
    FigureSize size =
        FigureSize.twoColumnsOfPoints(HEAD + FOOT + ROW * (lines.size() + splits) + 4);
    return new Figure(size, g -> paint(g, size.widthPoints(), lines), numbers);
  }

  private static void paint(Graphics2D g, double width, List<ScoresTable.Line> lines) {
    heading(g, width);
    double y = HEAD - 1;
    String split = "";
    for (ScoresTable.Line line : lines) {
      if (!line.split().equals(split)) {
        split = line.split();
        y += ROW;
        blockTitle(g, line, width, y);
      }
      y += ROW;
      line(g, line, width, y);
    }
    rule(g, width, y + 4, 0.9);
    g.setFont(Typography.TEXT);
    g.setColor(Palette.GREY.colour());
    Typography.left(
        g, "Per cent; bootstrap interval in brackets.", EDGE, y + 4 + Typography.LINE + 1);
  }

  private static void heading(Graphics2D g, double width) {
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    for (int m = 0; m < HEADINGS.size(); m++) {
      double right = right(width, m);
      Typography.right(g, HEADINGS.get(m).get(0), right, 9);
      Typography.right(g, HEADINGS.get(m).get(1), right, 9 + Typography.LINE);
    }
    rule(g, width, HEAD - 2, 0.9);
  }

  private static void blockTitle(
      Graphics2D g, ScoresTable.Line first, double width, double baseline) {
    if (baseline > HEAD + ROW) {
      rule(g, width, baseline - ROW + 3.5, 0.4);
    }
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    String title =
        Metrics.words(first.split())
            + ", after iteration "
            + first.iteration()
            + " (n = "
            + first.n()
            + ")";
    Typography.left(g, title, EDGE, baseline);
  }

  private static void line(Graphics2D g, ScoresTable.Line line, double width, double baseline) {
    g.setFont(line.localizer().equals(Metrics.MODEL) ? Typography.STRONG : Typography.TEXT);
    g.setColor(Palette.INK.colour());
    Typography.left(g, ScoresTable.title(line.localizer()), EDGE + 6, baseline);
    g.setFont(Typography.TEXT);
    List<String> cells = line.cells();
    for (int m = 0; m < cells.size(); m++) {
      Typography.right(g, cells.get(m), right(width, m), baseline);
    }
  }

  private static double right(double width, int metric) {
    return NAMES + columnWidth(width) * (metric + 1);
  }

  static double columnWidth(double width) {
    return (width - NAMES - EDGE) / HEADINGS.size();
  }

  private static void rule(Graphics2D g, double width, double y, double thickness) {
    g.setColor(Palette.INK.colour());
    g.setStroke(Typography.solid(thickness));
    g.draw(new Line2D.Double(0, y, width, y));
  }
}
