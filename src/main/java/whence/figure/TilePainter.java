package whence.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.media.Picture;

/**
 * Draws marked pictures into boxes.
 *
 * @param g receives the drawing, in points
 * @param range of the colours; null to stretch each map over its own range
 */
record TilePainter(Graphics2D g, @Nullable AxisRange range) {

  void paint(MarkedPicture tile, Rectangle2D box) {
    HeatMap map = tile.mapOfPixels();
    picture(map == null ? tile.frame() : overlay(tile.frame(), map), box);
    AffineTransform pixels = pixels(tile.frame(), box);
    if (tile.positive() != null && tile.negative() != null) {
      Shape clip = g.getClip();
      g.clip(box);
      AffineTransform cells = cells(pixels, tile.geometry());
      StripMarks.negative(g, cells.createTransformedShape(Outline.of(tile.negative())), box);
      StripMarks.positive(g, cells.createTransformedShape(Outline.of(tile.positive())));
      g.setClip(clip);
    }
    if (tile.truth() != null) {
      StripMarks.truth(g, pixels.createTransformedShape(Outline.of(tile.truth())));
    }
  }

  private Picture overlay(Picture frame, HeatMap map) {
    return range == null
        ? Overlay.of(frame, map)
        : Overlay.of(frame, map, range.low(), range.high());
  }

  private void picture(Picture picture, Rectangle2D box) {
    AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    place.scale(box.getWidth() / picture.width(), box.getHeight() / picture.height());
    g.drawImage(Raster.image(picture), place, null);
  }

  /** From frame pixels, edges at whole numbers, to points. */
  private static AffineTransform pixels(Picture frame, Rectangle2D box) {
    AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    place.scale(box.getWidth() / frame.width(), box.getHeight() / frame.height());
    return place;
  }

  /** From cells to points: cell i reaches half a cell to either side of its centre. */
  private static AffineTransform cells(AffineTransform pixels, GridGeometry geometry) {
    AffineTransform cells = new AffineTransform(pixels);
    // Pixel p covers p to p + 1 here, so its centre is at p + 0.5.
    double edge = geometry.firstCentrePixel() + 0.5 - geometry.cellPixels() / 2;
    cells.translate(edge, edge);
    cells.scale(geometry.cellPixels(), geometry.cellPixels());
    return cells;
  }
}
