package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Split;
import whence.notebook.CellOutput;
import whence.notebook.ExperimentProgress;
import whence.notebook.Explore;
import whence.notebook.LiveTraining;
import whence.notebook.Show;
import whence.notebook.SoundChoice;
import whence.notebook.WatchedClips;
import whence.train.TrainingSession;

/** What cells of a notebook do with the data and the course of a small run. */
final class RunInANotebookTest {
  @TempDir Path folder;
  private final List<CellOutput> shown = new ArrayList<>();

  private static String html(CellOutput output) {
    return String.valueOf(output.forms().get("text/html"));
  }

  @Test
  void aRunShowsItsCurvesAndTheMapsOfItsFirstClips() throws Exception {
    List<String> lines = new ArrayList<>();
    ExperimentSettings settings = TinyRun.settings();
    try (ExperimentProgress progress =
        new ExperimentProgress(settings.training().plan(), title -> shown::add, lines::add)) {
      Experiment.run(settings, TinyRun.sources(folder), folder.resolve("run"), progress);
    }
    assertThat(shown)
        .anySatisfy(
            output ->
                assertThat(html(output))
                    .contains("loss terms over epochs", "watched clips [0, 1, 2, 3]"));
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("iteration 0 epoch  1/1  loss"));
  }

  @Test
  void preparedDataAreWatchedAndHeard() throws Exception {
    ExperimentSettings settings = TinyRun.settings();
    Sources sources = TinyRun.sources(folder);
    try (PreparedData data =
            new Preparation(settings, sources, new ExperimentListener() {}).data();
        TrainingSession session =
            TrainingSession.begin(
                data.of(Split.TRAIN).bank(), settings.encoder(), settings.training())) {
      PreparedSplit train = data.of(Split.TRAIN);
      LiveTraining.run(session, 1, WatchedClips.of(train, data.grid(), 1, 3), shown::add);
      assertThat(html(shown.get(0))).contains("watched clips [1, 3]");
      assertThat(Show.scenes(train.scenes()).plain()).isEqualTo("8 scenes of the split train");
      int clip = clipWithTwoSounds(train);
      List<SoundChoice> sounds = SoundChoice.inScene(train, session.encoder(), clip);
      assertThat(sounds.get(0).name()).isEqualTo(train.scenes().soundClass(clip));
      assertThat(sounds).hasSizeGreaterThan(1);
      assertThat(html(Explore.sounds(train.scenes().frame(clip), data.grid().geometry(), sounds)))
          .contains(sounds.get(1).name());
      int alone = clipWithoutSilentObject(train);
      assertThatThrownBy(() -> SoundChoice.inScene(train, session.encoder(), alone))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("1 object whose sound is known");
    }
  }

  private static int clipWithTwoSounds(PreparedSplit split) {
    return IntStream.range(0, split.scenes().size())
        .filter(
            k ->
                split.scenes().annotation(k).silentClasses().stream()
                    .anyMatch(split.classes()::contains))
        .findFirst()
        .orElseThrow();
  }

  private static int clipWithoutSilentObject(PreparedSplit split) {
    return IntStream.range(0, split.scenes().size())
        .filter(
            k -> {
              Annotation truth = split.scenes().annotation(k);
              return truth.silentClasses().stream().noneMatch(split.classes()::contains);
            })
        .findFirst()
        .orElseThrow();
  }
}
