package whence.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What the marks of the strips mean, in one row below them. */
final class StripLegend {
  private static final double SWATCH = 15;
  private static final double SWATCH_HEIGHT = 10;
  private static final double BAR = 50;
  private static final double GAP = 5;
  private static final double BETWEEN = 18;
  private static final int BAR_STEPS = 50;
  private static final List<String> WORDS =
      List.of("truth", "positive cells", "negative cells", "correlation, low to high in each map");

  private StripLegend() {}

  static void paint(Graphics2D g, double width, double top) {
    g.setFont(Typography.TEXT);
    double x = (width - total()) / 2;
    for (int i = 0; i < WORDS.size(); i++) {
      double swatch = i == WORDS.size() - 1 ? BAR : SWATCH;
      Rectangle2D box = new Rectangle2D.Double(x, top, swatch, SWATCH_HEIGHT);
      swatch(g, i, box);
      g.setColor(Palette.INK.colour());
      Typography.left(g, WORDS.get(i), x + swatch + GAP, top + SWATCH_HEIGHT - 2.5);
      x += swatch + GAP + Typography.width(Typography.TEXT, WORDS.get(i)) + BETWEEN;
    }
  }

  private static void swatch(Graphics2D g, int entry, Rectangle2D box) {
    if (entry == WORDS.size() - 1) {
      bar(g, box);
      return;
    }
    g.setColor(Palette.GREY.colour());
    g.fill(box);
    double in = 2;
    Rectangle2D inner =
        new Rectangle2D.Double(
            box.getX() + in, box.getY() + in, box.getWidth() - 2 * in, box.getHeight() - 2 * in);
    switch (entry) {
      case 0 -> StripMarks.truth(g, inner);
      case 1 -> StripMarks.positive(g, inner);
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

  private static double total() {
    double words = WORDS.stream().mapToDouble(w -> Typography.width(Typography.TEXT, w)).sum();
    return words + 3 * SWATCH + BAR + 4 * GAP + 3 * BETWEEN;
  }
}
