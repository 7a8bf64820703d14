package whence.figure;

import java.util.List;

/**
 * Lines of a table that belong together.
 *
 * @param title stands above them
 * @param lines from top to bottom
 */
record TableBlock(String title, List<Line> lines) {

  /** Copies the list. */
  TableBlock {
    lines = List.copyOf(lines);
  }

  /** How a line's name is set. */
  enum Stress {
    /** As everything else. */
    PLAIN,
    /** In bold. */
    STRONG
  }

  /**
   * One line.
   *
   * @param name what the numbers are of
   * @param stress how the name is set
   * @param cells one a column, as shown
   */
  record Line(String name, Stress stress, List<String> cells) {
    /** Copies the list. */
    Line {
      cells = List.copyOf(cells);
    }
  }
}
