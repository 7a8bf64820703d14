package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.ClipTruth;
import whence.data.reader.Oddity;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMaps;

class MapFlowTest {
  @TempDir Path folder;

  @Test
  void mapsAreReadNoFasterThanTheyAreScored() {
    int count = 400;
    AtomicInteger scored = new AtomicInteger();
    TruthSet inner =
        TruthFormat.VGGSS.read(MapFiles.vggss(folder.resolve("truth.json"), "c0 dog 0 0 0.5 1"));
    TruthSet slow = new Counting(inner, count, scored);
    List<Integer> waiting = new ArrayList<>();
    MapSource source =
        new MapSource() {
          @Override
          public String name() {
            return "made up";
          }

          @Override
          public void forEach(Consumer<NamedMap> take) {
            for (int k = 0; k < count; k++) {
              waiting.add(k - scored.get());
              take.accept(new NamedMap("c" + k, HeatMaps.constant(2, 2, 1)));
            }
          }
        };
    ScoredMaps result =
        new MapScoring(slow, slow.ids(), List.of(Protocol.LVS), Beside.NOTHING).score(source);
    assertThat(result.n()).isEqualTo(count);
    int allowed = 5 * Runtime.getRuntime().availableProcessors() + 1;
    assertThat(waiting).allSatisfy(maps -> assertThat(maps).isLessThanOrEqualTo(allowed));
  }

  @Test
  void whatFailsWhileScoringIsThrown() {
    TruthSet inner =
        TruthFormat.VGGSS.read(MapFiles.vggss(folder.resolve("truth.json"), "c0 dog 0 0 0.5 1"));
    TruthSet failing = new Counting(inner, 1, new AtomicInteger());
    MapSource broken =
        new MapSource() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public void forEach(Consumer<NamedMap> take) {
            take.accept(new NamedMap("c0", HeatMaps.constant(2, 2, Float.NaN)));
          }
        };
    assertThatThrownBy(
            () ->
                new MapScoring(failing, failing.ids(), List.of(Protocol.values()), Beside.NOTHING)
                    .score(broken))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("NaN at row 0, column 0");
  }

  /** One truth under many ids, which counts how often it was asked for. */
  private record Counting(TruthSet inner, int count, AtomicInteger asked) implements TruthSet {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String rule() {
      return inner.rule();
    }

    @Override
    public List<String> ids() {
      return IntStream.range(0, count).mapToObj(k -> "c" + k).toList();
    }

    @Override
    public boolean has(String id) {
      return true;
    }

    @Override
    public ClipTruth truth(String id) {
      asked.incrementAndGet();
      return inner.truth("c0");
    }

    @Override
    public List<Oddity> oddities() {
      return List.of();
    }
  }
}
