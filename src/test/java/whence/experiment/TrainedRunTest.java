package whence.experiment;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Split;
import whence.data.scene.Cast;
import whence.data.scene.Interval;
import whence.data.scene.SceneFolder;
import whence.data.scene.SceneSettings;
import whence.evaluate.measure.NegativeScores;
import whence.evaluate.measure.NegativeSound;
import whence.heatmap.Mask;
import whence.label.PseudoLabels;
import whence.train.SetEmbedding;

/** A small run of made-up media, opened to be looked at. */
final class TrainedRunTest {
  @TempDir Path folder;
  private final List<ExperimentListener.Stage> stages = new ArrayList<>();
  private final ExperimentListener listener =
      new ExperimentListener() {
        @Override
        public void onStage(Stage stage) {
          stages.add(stage);
        }
      };

  private Path run(Sources sources) throws InterruptedException {
    return run(sources, TinyRun.settings());
  }

  private Path run(Sources sources, ExperimentSettings settings) throws InterruptedException {
    Path run = folder.resolve("run");
    Experiment.run(settings, sources, run, new ExperimentListener() {});
    return run;
  }

  @Test
  void itsNetworksDrawTheLabelsItHolds() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path place = run(sources);
    try (TrainedRun run = TrainedRun.open(place, sources, listener)) {
      assertThat(stages).as("nothing has to be made").isEmpty();
      assertThat(run.lastIteration()).isEqualTo(1);
      assertThat(run.geometry()).isEqualTo(run.result().folder().data().geometry());
      for (int t = 0; t <= 1; t++) {
        PseudoLabels labels = run.labels(t + 1);
        SetEmbedding seen = SetEmbedding.of(run.network(t), run.of(Split.TRAIN).bank());
        assertThat(seen.maps())
            .usingRecursiveComparison()
            .withComparatorForType(Comparator.comparing(Float::floatValue), Float.class)
            .isEqualTo(labels.maps());
      }
      assertThat(run.network(1)).isSameAs(run.network(1)).isSameAs(run.control(1));
      assertThat(run.data().of(Split.NEW_OBJECTS).bank().size()).isEqualTo(3);
      PreparedSplit train = run.of(Split.TRAIN);
      assertThat(Arrays.stream(train.oneOfEachClass(9)).mapToObj(train.classes()::get))
          .containsExactlyElementsOf(new LinkedHashSet<>(train.classes()));
      assertThat(train.oneOfEachClass(1)).containsExactly(0);
      Mask object = train.soundingCells(0, run.grid());
      assertThat(object.cells()).isEqualTo(train.truth(run.grid()).sounding().get(0).cells());
      assertThat(object.count()).isBetween(1, 100);
    }
  }

  @Test
  void soundsThatBelongToNothingAreMeasured() throws Exception {
    Sources sources = TinyRun.sources(folder);
    try (TrainedRun run = TrainedRun.open(run(sources), sources, listener)) {
      List<NegativeScores> scores = run.negativeSounds(Split.NEW_SCENES, 3, 2);
      SceneFolder scenes = run.of(Split.NEW_SCENES).scenes();
      assertThat(scores).hasSize(everyFrameHasAnOffScreenSound(scenes) ? 3 : 2);
      assertThat(scores.get(0).kind()).isEqualTo(NegativeSound.SILENCE);
      assertThat(scores.get(0).draws()).isEqualTo(1);
      assertThat(scores.get(1).draws()).isEqualTo(2);
      for (NegativeScores score : scores) {
        assertThat(score.share().n()).isEqualTo(3);
        assertThat(score.share().value()).isBetween(0.0, 1.0);
        assertThat(score.share().value())
            .isBetween(score.lowestDraw() - 1e-9, score.highestDraw() + 1e-9);
      }
    }
  }

  private static boolean everyFrameHasAnOffScreenSound(SceneFolder scenes) {
    return IntStream.range(0, scenes.size())
        .allMatch(
            k ->
                IntStream.range(0, scenes.size())
                    .anyMatch(j -> disjoint(scenes.sounding(j), scenes.visible(k))));
  }

  /** Of three classes any two pairs share one: no clip has another sound. */
  @Test
  void aFrameOfTwoSourcesIsNotGivenTheSoundOfOneOfThem() throws Exception {
    Sources sources = TinyRun.sources(folder);
    ExperimentSettings one = TinyRun.settings().withControl(ExperimentSettings.Control.NONE);
    SceneSettings scenes = one.scenes();
    Cast cast = scenes.cast().withTwoSounding(new Interval(3, 3));
    ExperimentSettings two = one.withScenes(scenes.withCast(cast).withSilent(List.of(1.0), 0));
    try (TrainedRun run = TrainedRun.open(run(sources, two), sources, listener)) {
      for (Split split : List.of(Split.NEW_SCENES, Split.NEW_OBJECTS)) {
        SceneFolder clips = run.of(split).scenes();
        for (int k = 0; k < clips.size(); k++) {
          assertThat(clips.sounding(k)).hasSize(2).isEqualTo(clips.visible(k));
        }
        assertThat(run.of(split).otherSounds().draw(1)).isEmpty();
        assertThat(run.result().row(1, split.label(), "swapped-sound", "pointing")).isEmpty();
        assertThat(run.result().row(1, split.label(), "model", "pointing")).isPresent();
      }
      assertThat(run.negativeSounds(Split.NEW_SCENES, 3, 1))
          .extracting(NegativeScores::kind)
          .containsExactly(NegativeSound.SILENCE, NegativeSound.NOISE);
    }
  }

  @Test
  void anIterationThatWasNotTrainedIsRefused() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path place = run(sources);
    try (TrainedRun run = TrainedRun.open(place, sources, listener)) {
      assertThatThrownBy(() -> run.network(2))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("iteration-2.safetensors")
          .hasMessageContaining("0 to 1");
      assertThatThrownBy(() -> run.control(0)).hasMessageContaining("1 to 1");
    }
  }

  @Test
  void scenesThatWereRemovedAreMadeAgain() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path place = run(sources);
    delete(folder.resolve("home/scenes"));
    delete(folder.resolve("home/features"));
    try (TrainedRun run = TrainedRun.open(place, sources, listener)) {
      assertThat(stages)
          .contains(ExperimentListener.Stage.SCENES, ExperimentListener.Stage.FEATURES);
      assertThat(run.of(Split.TRAIN).scenes().size()).isEqualTo(8);
    }
  }

  @Test
  void otherMediaAreRefused() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path place = run(sources);
    delete(folder.resolve("home/scenes"));
    Files.delete(folder.resolve("media/class0/0.wav"));
    assertThatThrownBy(() -> TrainedRun.open(place, sources, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("other data than it was made of")
        .hasMessageContaining("WHENCE_MEDIA");
  }

  @Test
  void anUnfinishedRunIsRefused() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path place = run(sources);
    Files.delete(place.resolve("metrics.csv"));
    assertThatThrownBy(() -> TrainedRun.open(place, sources, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("has not come to its end");
    assertThatThrownBy(() -> TrainedRun.open(folder.resolve("nothing"), sources, listener))
        .isInstanceOf(WhenceException.class);
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
