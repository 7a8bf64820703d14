package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.data.Annotation;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

final class AnswerKindTest {
  private static final int SIDE = 10;

  /** Columns [from, to) of the frame. */
  private static Mask columns(int from, int to) {
    boolean[] cells = new boolean[SIDE * SIDE];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i % SIDE >= from && i % SIDE < to;
    }
    return new Mask(SIDE, SIDE, cells);
  }

  /** One on columns [from, to), highest at column {@code peak}. */
  private static HeatMap map(int from, int to, int peak) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      int x = i % SIDE;
      values[i] = x == peak ? 1.2f : x >= from && x < to ? 1 : 0;
    }
    return new HeatMap(SIDE, SIDE, values);
  }

  /** Columns 0 to 3 sound, columns 6 and 7 are a silent object. */
  private static AnswerKind of(HeatMap map) {
    Annotation truth =
        new Annotation("a", "dog", columns(0, 4), List.of("cat"), List.of(columns(6, 8)));
    return AnswerKind.of(map, truth);
  }

  @Test
  void everyKindHasItsRule() {
    assertThat(of(map(0, 4, 1))).isEqualTo(AnswerKind.FOUND);
    assertThat(of(map(0, 9, 1))).isEqualTo(AnswerKind.TOO_LARGE);
    assertThat(of(map(1, 2, 1))).isEqualTo(AnswerKind.TOO_SMALL);
    assertThat(of(map(6, 8, 7))).isEqualTo(AnswerKind.WRONG_OBJECT);
    assertThat(of(map(4, 6, 5))).isEqualTo(AnswerKind.BACKGROUND);
  }

  @Test
  void overlapCountsBeforeThePeak() {
    // two of the four columns, and the peak is elsewhere
    assertThat(of(map(0, 4, 6))).isEqualTo(AnswerKind.FOUND);
    // exactly one half is found
    assertThat(of(map(0, 2, 1))).isEqualTo(AnswerKind.FOUND);
  }

  @Test
  void namesAreThoseOfTables() {
    assertThat(AnswerKind.TOO_LARGE.label()).isEqualTo("too large");
    assertThat(AnswerKind.BACKGROUND.label()).isEqualTo("background");
  }
}
