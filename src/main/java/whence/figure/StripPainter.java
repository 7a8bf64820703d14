package whence.figure;

import java.awt.Graphics2D;
import java.util.List;
import whence.heatmap.GridGeometry;

/** Draws pseudo-label strips; one painter draws once. */
final class StripPainter {
  private final Graphics2D g;
  private final StripLayout layout;
  private final GridGeometry geometry;

  StripPainter(Graphics2D g, StripLayout layout, GridGeometry geometry) {
    this.g = g;
    this.layout = layout;
    this.geometry = geometry;
  }

  void paint(List<StripScene> scenes) {
    titles();
    TilePainter tiles = new TilePainter(g, null);
    for (int row = 0; row < scenes.size(); row++) {
      StripScene scene = scenes.get(row);
      MarkedPicture frame = MarkedPicture.of(scene.frame(), geometry).withTruth(scene.truth());
      tiles.paint(frame, layout.cell(row, 0));
      for (int t = 0; t < scene.iterations().size(); t++) {
        StripCell cell = scene.iterations().get(t);
        tiles.paint(
            frame.withMap(cell.map()).withCells(cell.positive(), cell.negative()),
            layout.cell(row, t + 1));
      }
    }
    new MarkLegend(List.of(MarkLegend.Mark.values()), MarkLegend.EACH_MAP)
        .paint(g, layout.width(), layout.legendTop());
  }

  private void titles() {
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    for (int column = 0; column < layout.columns(); column++) {
      String title = column == 0 ? "frame" : "iteration " + (column - 1);
      double x = layout.cell(0, column).getCenterX();
      Typography.centred(g, title, x, layout.titleBaseline());
    }
  }
}
