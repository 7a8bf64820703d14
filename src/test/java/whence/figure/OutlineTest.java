package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.heatmap.Mask;

class OutlineTest {
  private static Mask mask(String... rows) {
    boolean[] cells = new boolean[rows.length * rows[0].length()];
    for (int at = 0; at < cells.length; at++) {
      cells[at] = rows[at / rows[0].length()].charAt(at % rows[0].length()) == '#';
    }
    return new Mask(rows.length, rows[0].length(), cells);
  }

  /** Path commands as letters with corners: M and L with x,y; Z. */
  private static String commands(Path2D path) {
    StringBuilder text = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      text.append(
          kind == PathIterator.SEG_CLOSE
              ? "Z "
              : (kind == PathIterator.SEG_MOVETO ? "M" : "L")
                  + (int) at[0]
                  + ","
                  + (int) at[1]
                  + " ");
    }
    return text.toString().strip();
  }

  @Test
  void emptyMaskGivesEmptyPath() {
    assertThat(commands(Outline.of(mask("...", "...")))).isEmpty();
  }

  @Test
  void squareIsFourCornersClockwise() {
    assertThat(commands(Outline.of(mask("....", ".##.", ".##.", "...."))))
        .isEqualTo("M1,1 L3,1 L3,3 L1,3 Z");
    assertThat(Outline.of(mask("##", "##")).getBounds2D())
        .isEqualTo(new Rectangle2D.Double(0, 0, 2, 2));
  }

  @Test
  void cornersThatTouchStaySeparate() {
    assertThat(commands(Outline.of(mask("#.", ".#"))))
        .isEqualTo("M0,0 L1,0 L1,1 L0,1 Z M1,1 L2,1 L2,2 L1,2 Z");
  }

  @Test
  void holeRunsTheOtherWay() {
    assertThat(commands(Outline.of(mask("###", "#.#", "###"))))
        .isEqualTo("M0,0 L3,0 L3,3 L0,3 Z M1,2 L2,2 L2,1 L1,1 Z");
  }

  @Test
  void insideIsExactlyTheMask() {
    long seed = 7;
    Random random = new Random(seed);
    for (int trial = 0; trial < 50; trial++) {
      boolean[] cells = new boolean[7 * 5];
      for (int at = 0; at < cells.length; at++) {
        cells[at] = random.nextBoolean();
      }
      Path2D path = Outline.of(new Mask(7, 5, cells));
      for (int at = 0; at < cells.length; at++) {
        assertThat(path.contains(at % 5 + 0.5, at / 5 + 0.5))
            .as("seed %d, trial %d, cell %d", seed, trial, at)
            .isEqualTo(cells[at]);
      }
    }
  }
}
