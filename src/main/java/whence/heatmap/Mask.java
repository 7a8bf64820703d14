package whence.heatmap;

import whence.WhenceException;

/**
 * A set of cells or pixels of a grid.
 *
 * <p>The array is not copied and must not be changed once given away.
 *
 * @param height h or H, at least 1
 * @param width w or W, at least 1
 * @param cells [height, width] row by row from the top left; true where the cell belongs to the set
 */
public record Mask(int height, int width, boolean[] cells) {

  /** Checks sizes. */
  public Mask {
    if (height < 1 || width < 1 || cells.length != height * width) {
      throw new WhenceException(
          "Cannot make a mask of " + height + " x " + width + " cells",
          cells.length + " values",
          (long) height * width + " values, height and width at least 1",
          "pass one value a cell, row by row");
    }
  }

  /** Whether the cell at row {@code y}, column {@code x} belongs to the set. */
  public boolean at(int y, int x) {
    return cells[y * width + x];
  }

  /** The number of cells in the set. */
  public int count() {
    int count = 0;
    for (boolean cell : cells) {
      count += cell ? 1 : 0;
    }
    return count;
  }
}
