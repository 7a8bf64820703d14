package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import tech.tablesaw.api.Table;

/** A table of scores as a figure: one block of lines after the other, rules as in print. */
final class ScoresPainter {
  /** Two lines a column, in the order of {@link ScoresTable#METRICS}. */
  private static final List<List<String>> HEADINGS =
      List.of(
          List.of("success at 0.5,", "size-adaptive"),
          List.of("success at 0.5,", "fixed threshold"),
          List.of("mean cIoU,", "fixed threshold"),
          List.of("area under", "success curve"),
          List.of("pointing", ""),
          List.of("wrong object", "(low is good)"));

  private static final double ROW = 11.5;
  private static final double HEAD = 26;
  private static final double FOOT = 16;
  private static final double EDGE = 2;

  private final double width;
  private final double names;

  private ScoresPainter(double width, double names) {
    this.width = width;
    this.names = names;
  }

  /**
   * Draws a table two columns wide.
   *
   * @param blocks from top to bottom, each cell as in {@link ScoresTable#METRICS}
   * @param names width of the names, points
   * @param foot what the cells are, units included
   * @param numbers of the figure
   */
  static Figure figure(List<TableBlock> blocks, double names, String foot, Table numbers) {
    int lines = blocks.stream().mapToInt(block -> 1 + block.lines().size()).sum();
    FigureSize size = FigureSize.twoColumnsOfPoints(HEAD + FOOT + ROW * lines + 4);
    ScoresPainter painter = new ScoresPainter(size.widthPoints(), names);
    return new Figure(size, g -> painter.paint(g, blocks, foot), numbers);
  }

  private void paint(Graphics2D g, List<TableBlock> blocks, String foot) {
    heading(g);
    double y = HEAD - 1;
    for (TableBlock block : blocks) {
      y += ROW;
      blockTitle(g, block.title(), y);
      for (TableBlock.Line line : block.lines()) {
        y += ROW;
        line(g, line, y);
      }
    }
    rule(g, y + 4, 0.9);
    g.setFont(Typography.TEXT);
    g.setColor(Palette.GREY.colour());
    Typography.left(g, foot, EDGE, y + 4 + Typography.LINE + 1);
  }

  private void heading(Graphics2D g) {
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    for (int m = 0; m < HEADINGS.size(); m++) {
      Typography.right(g, HEADINGS.get(m).get(0), right(m), 9);
      Typography.right(g, HEADINGS.get(m).get(1), right(m), 9 + Typography.LINE);
    }
    rule(g, HEAD - 2, 0.9);
  }

  private void blockTitle(Graphics2D g, String title, double baseline) {
    if (baseline > HEAD + ROW) {
      rule(g, baseline - ROW + 3.5, 0.4);
    }
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    Typography.left(g, title, EDGE, baseline);
  }

  private void line(Graphics2D g, TableBlock.Line line, double baseline) {
    boolean strong = line.stress() == TableBlock.Stress.STRONG;
    g.setFont(strong ? Typography.STRONG : Typography.TEXT);
    g.setColor(Palette.INK.colour());
    Typography.left(g, line.name(), EDGE + 6, baseline);
    g.setFont(Typography.TEXT);
    for (int m = 0; m < line.cells().size(); m++) {
      Typography.right(g, line.cells().get(m), right(m), baseline);
    }
  }

  private double right(int metric) {
    return names + columnWidth(width, names) * (metric + 1);
  }

  static double columnWidth(double width, double names) {
    return (width - names - EDGE) / HEADINGS.size();
  }

  private void rule(Graphics2D g, double y, double thickness) {
    g.setColor(Palette.INK.colour());
    g.setStroke(Typography.solid(thickness));
    g.draw(new Line2D.Double(0, y, width, y));
  }
}
