package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.localize.Localizer;

class LocalizerMapsTest {

  private static final int CLIPS = 70;

  /** Clip i has the feature i and the sound 100 + i. */
  private static final ClipBank BANK =
      new ClipBank(
          Split.NEW_SCENES,
          IntStream.range(0, CLIPS).mapToObj(i -> "clip" + i).toList(),
          new ClipShape(1, 1, 1, 1, 1),
          (clip, destination, offset) -> destination[offset] = clip,
          (clip, destination, offset) -> destination[offset] = 100 + clip);

  @Test
  void everyFrameComesOnceInOrderWithItsOwnSound() {
    List<Integer> batches = new ArrayList<>();
    LocalizerMaps maps = LocalizerMaps.of(echo(batches), MapUnit.COSINE, BANK, this::annotation);
    assertThat(maps.localizer()).isEqualTo("echo");
    assertThat(maps.unit()).isEqualTo(MapUnit.COSINE);
    int clip = 0;
    for (ClipMap map : maps) {
      assertThat(map.annotation().id()).isEqualTo("clip" + clip);
      assertThat(map.map().values()).containsExactly(clip, 100 + clip);
      clip++;
    }
    assertThat(clip).isEqualTo(CLIPS);
    assertThat(batches).containsExactly(32, 32, 6);
  }

  @Test
  void swappedSoundsKeepTheFrameAndItsTruth() {
    int[] soundOf = IntStream.range(0, CLIPS).map(i -> CLIPS - 1 - i).toArray();
    LocalizerMaps maps =
        LocalizerMaps.swapped(
            echo(new ArrayList<>()), MapUnit.COSINE, BANK, this::annotation, soundOf);
    assertThat(maps.localizer()).isEqualTo("swapped-sound");
    int clip = 0;
    for (ClipMap map : maps) {
      assertThat(map.annotation().id()).isEqualTo("clip" + clip);
      assertThat(map.map().values()).containsExactly(clip, 100 + CLIPS - 1 - clip);
      clip++;
    }
  }

  @Test
  void theEndIsTheEnd() {
    Iterator<ClipMap> walk =
        LocalizerMaps.of(echo(new ArrayList<>()), MapUnit.COSINE, BANK, this::annotation)
            .iterator();
    for (int i = 0; i < CLIPS; i++) {
      walk.next();
    }
    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesTheTruthOfAnotherClip() {
    LocalizerMaps maps =
        LocalizerMaps.of(
            echo(new ArrayList<>()), MapUnit.COSINE, BANK, clip -> annotation(clip + 1));
    assertThatThrownBy(() -> maps.iterator().next())
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score clip clip0\n"
                + "  got:      the annotation of clip1\n"
                + "  expected: its own annotation\n"
                + "  cure:     list clips and annotations in the same order");
  }

  @Test
  void refusesASwapOfAnotherBank() {
    assertThatThrownBy(
            () ->
                LocalizerMaps.swapped(
                    echo(new ArrayList<>()), MapUnit.COSINE, BANK, this::annotation, new int[3]))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("3 sounds")
        .hasMessageContaining("70 sounds, one a frame");
  }

  @Test
  void refusesALocalizerThatLosesMaps() {
    Localizer loser = localizer(batch -> List.of());
    LocalizerMaps maps = LocalizerMaps.of(loser, MapUnit.COSINE, BANK, this::annotation);
    assertThatThrownBy(() -> maps.iterator().next()).hasMessage("echo drew 0 maps for 32 clips");
  }

  private Annotation annotation(int clip) {
    return new Annotation(
        "clip" + clip, "owl", HeatMaps.box(2, 2, 0, 0, 1, 1), List.of(), List.of());
  }

  /** Maps of two pixels: the clip's feature and its sound. */
  private static Localizer echo(List<Integer> batches) {
    return localizer(
        batch -> {
          batches.add(batch.size());
          return IntStream.range(0, batch.size())
              .mapToObj(
                  i ->
                      HeatMaps.row(
                          batch.features().getFloat(i, 0, 0, 0),
                          batch.spectrograms().getFloat(i, 0, 0, 0)))
              .toList();
        });
  }

  private static Localizer localizer(java.util.function.Function<Batch, List<HeatMap>> rule) {
    return new Localizer() {
      @Override
      public String name() {
        return "echo";
      }

      @Override
      public List<HeatMap> localize(Batch batch) {
        return rule.apply(batch);
      }
    };
  }
}
