package whence.heatmap;

import whence.WhenceException;

/**
 * Where the cells of a grid lie along one axis of a frame.
 *
 * <p>Positions are in frame pixels measured so that the centre of pixel p has position p (its edges
 * lie at p - 0.5 and p + 0.5). The centre of cell i lies at {@code firstCentrePixel + i *
 * cellPixels}.
 *
 * <ul>
 *   <li>Cells that divide a frame evenly, such as 14 cells of 16 pixels on 224, have their first
 *       centre at 7.5; {@link #halfPixel} gives this geometry.
 *   <li>A network that pads only right and bottom (TensorFlow's SAME padding at even sizes) looks
 *       further right than that: five such halvings put the first centre of a 16 pixel cell at 15.
 * </ul>
 *
 * @param cellPixels distance of neighbouring cell centres in pixels, above 0
 * @param firstCentrePixel position of the centre of cell 0 in pixels, finite
 */
public record GridGeometry(double cellPixels, double firstCentrePixel) {

  /** Checks the ranges. */
  public GridGeometry {
    if (!(cellPixels > 0) || !Double.isFinite(cellPixels) || !Double.isFinite(firstCentrePixel)) {
      throw new WhenceException(
          "Cannot place a grid on a frame",
          "cells of " + cellPixels + " pixels, the first centred at " + firstCentrePixel,
          "a finite cell size above 0 and a finite first centre",
          "take GridGeometry.halfPixel(cells, pixels) where the cells divide the frame evenly");
    }
  }

  /**
   * The geometry of cells that divide a frame evenly.
   *
   * @param cells h or w, at least 1
   * @param pixels H or W, at least 1
   */
  public static GridGeometry halfPixel(int cells, int pixels) {
    double cell = pixels / (double) cells;
    return new GridGeometry(cell, cell / 2 - 0.5);
  }

  /** Position of the centre of a cell, in pixels; the cell may lie outside of the grid. */
  public double centreOf(int cell) {
    return firstCentrePixel + cell * cellPixels;
  }

  /** The fractional cell at the centre of a pixel: an integer exactly at a cell's centre. */
  public double cellAt(double pixel) {
    return (pixel - firstCentrePixel) / cellPixels;
  }
}
