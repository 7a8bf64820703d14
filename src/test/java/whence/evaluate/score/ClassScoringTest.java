package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.ClassTruth;
import whence.data.reader.TestMosaics;
import whence.evaluate.Bootstrap;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.media.PeakMemory;

class ClassScoringTest {
  private static final Bootstrap FEW = new Bootstrap(50, 1);
  private static final List<String> CLASSES = List.of("cello", "flute", "tuba", "erhu");

  /** Bytes a clip: ids, boxes and numbers; one map of 224 x 224 alone has 200,704. */
  private static final long SMALL = 8_000;

  @TempDir Path folder;

  /** Cello and flute sound, tuba and erhu are silent. */
  private List<ClassTruth> mosaics(int count) {
    Path file =
        MapFiles.text(
            folder.resolve("mosaics.json"),
            IntStream.range(0, count)
                .mapToObj(k -> TestMosaics.json("c" + k, String.join(" ", CLASSES)))
                .collect(Collectors.joining(",", "[", "]")));
    return ClassTruth.mosaics(file);
  }

  /** The map of the k-th class, right where it sounds, quiet where it does not. */
  private static NamedMap map(String clip, int k) {
    float[] values = new float[4];
    values[k] = k < 2 ? 1 : 0;
    return new NamedMap(clip + "@" + CLASSES.get(k), new HeatMap(2, 2, values));
  }

  private record MadeUp(Consumer<Consumer<NamedMap>> maps) implements MapSource {
    @Override
    public String name() {
      return "made up";
    }

    @Override
    public void forEach(Consumer<NamedMap> take) {
      maps.accept(take);
    }
  }

  /** As many mosaics as would not go into memory with their maps and truths, class after class. */
  @Test
  void memoryDoesNotGrowByTheMaps() {
    int count = 2000;
    long before = PeakMemory.heldOnHeap();
    long[] held = new long[1];
    List<ClassTruth> truths = mosaics(count);
    MapSource source =
        new MadeUp(
            take -> {
              for (int k = 0; k < CLASSES.size(); k++) {
                for (int clip = 0; clip < count; clip++) {
                  take.accept(map("c" + clip, k));
                }
              }
              held[0] = PeakMemory.heldOnHeap() - before;
            });
    ClassScoring scored = ClassScoring.of(truths, "mosaics", source, 0.5, FEW);
    assertThat(scored.coverage().used()).isEqualTo(count);
    assertThat(scored.scores().success().value()).isEqualTo(1);
    assertThat(held[0]).isLessThan(SMALL * count);
  }

  @Test
  void mapsMayComeInAnyOrder() {
    List<ClassTruth> truths = mosaics(3);
    MapSource source =
        new MadeUp(
            take -> {
              for (int k : new int[] {3, 0, 2, 1}) {
                take.accept(map("c2", k));
                take.accept(map("c0", k));
              }
              take.accept(map("c1", 0));
              take.accept(new NamedMap("c1@oboe", HeatMaps.constant(1, 1, 0)));
            });
    ClassScoring scored = ClassScoring.of(truths, "mosaics", source, 0.5, FEW);
    assertThat(scored.coverage().missing()).containsExactly("c1");
    assertThat(scored.other()).isEqualTo(1);
    assertThat(scored.scores().success().n()).isEqualTo(2);
    assertThat(scored.scores().success().value()).isEqualTo(1);
    assertThat(scored.scores().silence().value()).isEqualTo(1);
  }

  @Test
  void aMapTwiceIsRefusedAlsoWhenItsClipIsComplete() {
    List<ClassTruth> truths = mosaics(1);
    MapSource source =
        new MadeUp(
            take -> {
              IntStream.range(0, 4).forEach(k -> take.accept(map("c0", k)));
              take.accept(map("c0", 2));
            });
    assertThatThrownBy(() -> ClassScoring.of(truths, "mosaics", source, 0.5, FEW))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score the maps in made up class by class\n"
                + "  got:      two maps of c0@tuba\n"
                + "  expected: one map a clip and class\n"
                + "  cure:     look for what wrote the file twice");
  }

  @Test
  void aListWithoutClipIsRefused() {
    MapSource none = new MadeUp(take -> {});
    assertThatThrownBy(() -> ClassScoring.of(List.of(), "duets:empty.json", none, 0.5, FEW))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score maps class by class\n"
                + "  got:      no clip with a class that sounds in duets:empty.json\n"
                + "  expected: at least one\n"
                + "  cure:     check that the file is the one that was meant");
  }
}
