package whence.figure;

import java.awt.geom.Path2D;
import whence.heatmap.Mask;

/**
 * The boundary of a mask as closed paths along the edges of its cells.
 *
 * <p>Cell (y, x) covers the unit square from (x, y) to (x + 1, y + 1), so the path is in cell units
 * with the origin at the top left of cell (0, 0). Each path runs clockwise around its cells,
 * straight stretches in one piece; a hole is a path of its own, the other way round. Cells that
 * touch at a corner only have separate paths. An empty mask gives an empty path.
 */
public final class Outline {
  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final int columns;
  private final boolean[][] edges; // [direction][corner]: an edge leaves this corner

  private Outline(Mask mask) {
    columns = mask.width() + 1;
    edges = new boolean[4][columns * (mask.height() + 1)];
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        if (mask.at(y, x)) {
          // The cell lies to the right of each edge, seen along its direction.
          edges[0][corner(x, y)] = !in(mask, x, y - 1);
          edges[1][corner(x + 1, y)] = !in(mask, x + 1, y);
          edges[2][corner(x + 1, y + 1)] = !in(mask, x, y + 1);
          edges[3][corner(x, y + 1)] = !in(mask, x - 1, y);
        }
      }
    }
  }

  /** Traces a mask. */
  public static Path2D of(Mask mask) {
    Outline outline = new Outline(mask);
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int corner = 0; corner < outline.edges[0].length; corner++) {
      // Every closed path has an edge towards the right.
      if (outline.edges[0][corner]) {
        outline.trace(path, corner);
      }
    }
    return path;
  }

  private void trace(Path2D path, int start) {
    int corner = start;
    int direction = 0;
    path.moveTo(corner % columns, corner / columns);
    while (edges[direction][corner]) {
      edges[direction][corner] = false;
      corner += STEP_X[direction] + columns * STEP_Y[direction];
      int next = turn(direction, corner);
      if (next != direction && corner != start) {
        path.lineTo(corner % columns, corner / columns);
      }
      direction = next;
    }
    path.closePath();
  }

  /**
   * Right before straight before left, which keeps to the same cell where two touch at a corner.
   */
  private int turn(int direction, int corner) {
    for (int turn : new int[] {1, 0, 3}) {
      int next = (direction + turn) % 4;
      if (edges[next][corner]) {
        return next;
      }
    }
    return direction;
  }

  private int corner(int x, int y) {
    return y * columns + x;
  }

  private static boolean in(Mask mask, int x, int y) {
    return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.at(y, x);
  }
}
