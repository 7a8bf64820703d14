package whence.data.reader;

/**
 * A rectangle of pixels on the 224 x 224 grid, half-open: columns {@code left} to {@code right -
 * 1}, rows {@code top} to {@code bottom - 1}. It may reach beyond the grid and may be empty, as
 * annotations are.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
public record Box(int left, int top, int right, int bottom) {

  /** Whether it holds no pixel: its sides are reversed or coincide. */
  public boolean isEmpty() {
    return right <= left || bottom <= top;
  }

  /** Whether it has a coordinate below 0. */
  boolean isNegative() {
    return Math.min(Math.min(left, right), Math.min(top, bottom)) < 0;
  }
}
