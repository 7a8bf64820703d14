package whence.heatmap;

import whence.WhenceException;

/**
 * A map of scores over a grid of cells or pixels.
 *
 * <p>The array is not copied and must not be changed once given away.
 *
 * @param height h (cells) or H (pixels), at least 1
 * @param width w or W, at least 1
 * @param values [height, width] row by row from the top left; any unit
 */
public record HeatMap(int height, int width, float[] values) {

  /** Checks sizes. */
  public HeatMap {
    if (height < 1 || width < 1 || values.length != height * width) {
      throw new WhenceException(
          "Cannot make a heat map of " + height + " x " + width + " cells",
          values.length + " values",
          (long) height * width + " values, height and width at least 1",
          "pass one value a cell, row by row");
    }
  }

  /** The value at row {@code y}, column {@code x}. */
  public float at(int y, int x) {
    return values[y * width + x];
  }
}
