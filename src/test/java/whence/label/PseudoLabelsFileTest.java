package whence.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

class PseudoLabelsFileTest {

  @TempDir Path folder;

  /** Three clips of 1 x 2 cells; the last two are related. */
  static PseudoLabels labels() {
    return new PseudoLabels(
        4,
        List.of("first", "second", "third"),
        List.of(map(0.5f, -0.25f), map(1, 0), map(-1, 0.125f)),
        List.of(mask(true, false), mask(true, true), mask(false, true)),
        List.of(mask(false, true), mask(false, false), mask(false, false)),
        List.of(new int[0], new int[] {2}, new int[] {1}));
  }

  private static HeatMap map(float a, float b) {
    return new HeatMap(1, 2, new float[] {a, b});
  }

  private static Mask mask(boolean a, boolean b) {
    return new Mask(1, 2, new boolean[] {a, b});
  }

  @Test
  void readsWhatItWrote() {
    Path file = folder.resolve("labels").resolve("iteration-4.safetensors");
    PseudoLabels written = labels();
    PseudoLabelsFile.write(file, written, "run one");
    PseudoLabels read = PseudoLabelsFile.read(file, "run one");
    assertThat(read.iteration()).isEqualTo(4);
    assertThat(read.ids()).isEqualTo(written.ids());
    for (int i = 0; i < 3; i++) {
      assertThat(read.maps().get(i).values()).containsExactly(written.maps().get(i).values());
      assertThat(read.maps().get(i).height()).isEqualTo(1);
      assertThat(read.positive().get(i).cells()).containsExactly(written.positive().get(i).cells());
      assertThat(read.negative().get(i).cells()).containsExactly(written.negative().get(i).cells());
      assertThat(read.related().get(i)).containsExactly(written.related().get(i));
    }
  }

  @Test
  void sameLabelsGiveTheSameBytes() throws IOException {
    PseudoLabelsFile.write(folder.resolve("a"), labels(), "run");
    PseudoLabelsFile.write(folder.resolve("b"), labels(), "run");
    assertThat(folder.resolve("b")).hasSameBinaryContentAs(folder.resolve("a"));
  }

  @Test
  void labelsOfAnotherRunAreRefused() {
    Path file = folder.resolve("labels");
    PseudoLabelsFile.write(file, labels(), "run one");
    assertThatThrownBy(() -> PseudoLabelsFile.read(file, "run two"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use the pseudo-labels " + file)
        .hasMessageContaining("labels of other settings or data (run one)")
        .hasMessageContaining("identity run two")
        .hasMessageContaining("choose another run folder");
  }

  @Test
  void missingAndTruncatedFilesAreRefused() throws IOException {
    Path file = folder.resolve("labels");
    assertThatThrownBy(() -> PseudoLabelsFile.read(file, "run"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no such file");
    PseudoLabelsFile.write(file, labels(), "run");
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 60, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> PseudoLabelsFile.read(file, "run"))
          .as(length + " of " + bytes.length + " bytes")
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("make or download it again");
    }
  }
}
