package whence.heatmap;

import whence.WhenceException;

/**
 * Brings a mask of pixels to another grid.
 *
 * <ul>
 *   <li>{@link #atCentres}: a cell belongs to the set if the pixel at its centre does; a centre
 *       between two pixels takes the right or lower one, a centre outside of the frame the border
 *       pixel.
 *   <li>{@link #coverage}: the share of a cell's pixels in the set; pixels outside of the frame do
 *       not count, and a cell that holds no pixel centre is refused.
 *   <li>{@link #nearest}: another pixel size, each pixel taking the one at its centre.
 * </ul>
 */
public final class Downsample {

  private Downsample() {}

  /**
   * The mask's value at each cell centre.
   *
   * @param mask [H, W] pixels
   * @param geometry where the cells lie, along both axes
   * @param height h, cells, at least 1
   * @param width w, cells, at least 1
   * @return [h, w]
   */
  public static Mask atCentres(Mask mask, GridGeometry geometry, int height, int width) {
    return sample(
        mask,
        centrePixels(geometry, height, mask.height()),
        centrePixels(geometry, width, mask.width()));
  }

  /**
   * The mask at another size in pixels, by nearest pixel.
   *
   * @param mask [H, W]
   * @param height wanted rows, at least 1
   * @param width wanted columns, at least 1
   * @return the same mask where it has this size
   */
  public static Mask nearest(Mask mask, int height, int width) {
    if (mask.height() == height && mask.width() == width) {
      return mask;
    }
    GridGeometry rows = GridGeometry.halfPixel(height, mask.height());
    GridGeometry columns = GridGeometry.halfPixel(width, mask.width());
    return sample(
        mask,
        centrePixels(rows, height, mask.height()),
        centrePixels(columns, width, mask.width()));
  }

  /**
   * The share of each cell's pixels that belong to the mask, 0 to 1.
   *
   * @param mask [H, W] pixels
   * @param geometry where the cells lie, along both axes; a cell holds the pixels whose centre is
   *     less than half a cell before, or at most half a cell behind, its own centre
   * @param height h, cells, at least 1
   * @param width w, cells, at least 1
   * @return [h, w]
   */
  public static HeatMap coverage(Mask mask, GridGeometry geometry, int height, int width) {
    float[] shares = new float[height * width];
    for (int y = 0; y < height; y++) {
      int top = edge(geometry, y, mask.height());
      int bottom = edge(geometry, y + 1, mask.height());
      for (int x = 0; x < width; x++) {
        int left = edge(geometry, x, mask.width());
        int right = edge(geometry, x + 1, mask.width());
        int pixels = (bottom - top) * (right - left);
        if (pixels == 0) {
          throw outside(geometry, y, x, mask);
        }
        shares[y * width + x] = count(mask, top, bottom, left, right) / (float) pixels;
      }
    }
    return new HeatMap(height, width, shares);
  }

  /** First pixel whose centre lies behind the edge before a cell, 0 to {@code pixels}. */
  private static int edge(GridGeometry geometry, int cell, int pixels) {
    double position = geometry.centreOf(cell) - geometry.cellPixels() / 2;
    return (int) Math.min(Math.max(Math.floor(position) + 1, 0), pixels);
  }

  private static int count(Mask mask, int top, int bottom, int left, int right) {
    int count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        count += mask.at(y, x) ? 1 : 0;
      }
    }
    return count;
  }

  private static int[] centrePixels(GridGeometry geometry, int cells, int pixels) {
    int[] centres = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      double centre = Math.floor(geometry.centreOf(cell) + 0.5);
      centres[cell] = (int) Math.min(Math.max(centre, 0), pixels - 1.0);
    }
    return centres;
  }

  private static Mask sample(Mask mask, int[] rows, int[] columns) {
    boolean[] cells = new boolean[rows.length * columns.length];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < columns.length; x++) {
        cells[y * columns.length + x] = mask.at(rows[y], columns[x]);
      }
    }
    return new Mask(rows.length, columns.length, cells);
  }

  private static WhenceException outside(GridGeometry geometry, int y, int x, Mask mask) {
    return new WhenceException(
        "Cannot measure how far a mask covers a cell",
        "cell (" + y + ", " + x + ") of " + geometry + " holds no pixel",
        "cells inside a frame of " + mask.height() + " x " + mask.width() + " pixels",
        "check the geometry and the number of cells");
  }
}
