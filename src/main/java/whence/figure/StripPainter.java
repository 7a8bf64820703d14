package whence.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;
import whence.media.Picture;

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
    for (int row = 0; row < scenes.size(); row++) {
      StripScene scene = scenes.get(row);
      frame(scene, layout.cell(row, 0));
      for (int t = 0; t < scene.iterations().size(); t++) {
        iteration(scene, scene.iterations().get(t), layout.cell(row, t + 1));
      }
    }
    StripLegend.paint(g, layout.width(), layout.legendTop());
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

  private void frame(StripScene scene, Rectangle2D box) {
    picture(scene.frame(), box);
    StripMarks.truth(g, pixels(scene, box).createTransformedShape(Outline.of(scene.truth())));
  }

  private void iteration(StripScene scene, StripCell cell, Rectangle2D box) {
    picture(Overlay.of(scene.frame(), atFrameSize(scene.frame(), cell)), box);
    AffineTransform cells = pixels(scene, box);
    // Cell i reaches half a cell to either side of its centre; pixel p covers p to p + 1 here.
    double edge = geometry.firstCentrePixel() + 0.5 - geometry.cellPixels() / 2;
    cells.translate(edge, edge);
    cells.scale(geometry.cellPixels(), geometry.cellPixels());
    Shape clip = g.getClip();
    g.clip(box);
    StripMarks.negative(g, cells.createTransformedShape(Outline.of(cell.negative())), box);
    StripMarks.positive(g, cells.createTransformedShape(Outline.of(cell.positive())));
    g.setClip(clip);
    StripMarks.truth(g, pixels(scene, box).createTransformedShape(Outline.of(scene.truth())));
  }

  private HeatMap atFrameSize(Picture frame, StripCell cell) {
    HeatMap map = cell.map();
    boolean grid =
        map.height() == cell.positive().height() && map.width() == cell.positive().width();
    return grid ? Resize.bilinear(map, geometry, frame.height(), frame.width()) : map;
  }

  private void picture(Picture picture, Rectangle2D box) {
    AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    place.scale(box.getWidth() / picture.width(), box.getHeight() / picture.height());
    g.drawImage(Raster.image(picture), place, null);
  }

  /** From frame pixels, edges at whole numbers, to points. */
  private static AffineTransform pixels(StripScene scene, Rectangle2D box) {
    AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    place.scale(box.getWidth() / scene.frame().width(), box.getHeight() / scene.frame().height());
    return place;
  }
}
