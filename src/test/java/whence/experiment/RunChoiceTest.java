package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Split;
import whence.data.scene.Cast;
import whence.notebook.RunChoice;

/** Which run a notebook looks at, and that it is made where there is none. */
final class RunChoiceTest {
  @TempDir Path repository;

  private Path complete(String name, ExperimentSettings settings) throws IOException {
    RunFolder run = new RunFolder(Files.createDirectories(repository.resolve(name)));
    run.claim(settings);
    Files.writeString(run.metricsFile(), "");
    Files.writeString(run.provenanceFile(), "");
    return run.path();
  }

  @Test
  void theMainJobComesBeforeItsQuickFormAndTheSmallRun() throws IOException {
    complete("runs/small", ExperimentSettings.small());
    Path quick = complete("runs/iterations-quick", ExperimentSettings.quick());
    assertThat(RunChoice.of(repository, Map.of()).folder()).isEqualTo(quick);
    Path main = complete("runs/iterations", ExperimentSettings.full());
    RunChoice choice = RunChoice.of(repository, Map.of());
    assertThat(choice.folder()).isEqualTo(main);
    assertThat(choice.settings()).isEqualTo(ExperimentSettings.full());
    assertThat(choice.text())
        .isEqualTo("run in " + main + ": 3000 training scenes, iterations 0 to 5");
  }

  @Test
  void aNamedRunComesFirst() throws IOException {
    complete("runs/iterations", ExperimentSettings.full());
    Path own = complete("own", ExperimentSettings.quick());
    assertThat(RunChoice.of(repository, Map.of("WHENCE_RUN", own.toString())).folder())
        .isEqualTo(own);
  }

  @Test
  void anUnfinishedRunIsPassedOver() throws IOException {
    Path main = complete("runs/iterations", ExperimentSettings.full());
    Files.delete(main.resolve("metrics.csv"));
    RunChoice choice = RunChoice.of(repository, Map.of());
    assertThat(choice.state()).isEqualTo(RunChoice.State.TO_BE_MADE);
    assertThat(choice.folder()).isEqualTo(repository.resolve("runs/small"));
    assertThat(choice.text()).startsWith("to be made in").contains("environment/run");
  }

  @Test
  void aNamedRunThatIsNotThereIsPassedOverAloudAndRefusedInFullMode() throws IOException {
    Path main = complete("runs/iterations", ExperimentSettings.full());
    Map<String, String> quick = Map.of("WHENCE_RUN", "no/such/run");
    assertThat(RunChoice.of(repository, quick).folder()).isEqualTo(main);
    assertThat(RunChoice.of(repository, quick).text())
        .startsWith("WHENCE_RUN=no/such/run holds no complete run; instead run in " + main);
    Map<String, String> full = Map.of("WHENCE_RUN", "no/such/run", "WHENCE_SPEED", "full");
    assertThatThrownBy(() -> RunChoice.of(repository, full))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no complete run in [no/such/run]");
  }

  @Test
  void fullModeIsNotForSmallRuns() throws IOException {
    complete("runs/small", ExperimentSettings.small());
    assertThat(RunChoice.of(repository, Map.of()).state()).isEqualTo(RunChoice.State.THERE);
    assertThatThrownBy(() -> RunChoice.of(repository, Map.of("WHENCE_SPEED", "full")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no complete run in")
        .hasMessageContaining("environment/run");
  }

  @Test
  void aRunThatIsNotThereIsMadeOnce() throws Exception {
    Sources sources = TinyRun.sources(repository);
    Path folder = repository.resolve("runs/tiny");
    RunChoice made = new RunChoice(folder, TinyRun.settings(), RunChoice.State.TO_BE_MADE, "");
    ExperimentListener nobody = new ExperimentListener() {};
    assertThat(made.scenes(Split.NEW_SCENES, sources, nobody).size()).isEqualTo(3);
    assertThat(new RunFolder(folder).isComplete()).as("scenes need no run").isFalse();
    made.open(sources, nobody).close();
    assertThat(new RunFolder(folder).isComplete()).isTrue();
    RunChoice there = new RunChoice(folder, TinyRun.settings(), RunChoice.State.THERE, "");
    try (TrainedRun run = there.open(sources, nobody)) {
      assertThat(there.scenes(Split.TRAIN, sources, nobody).ids())
          .isEqualTo(run.of(Split.TRAIN).scenes().ids());
    }
  }

  @Test
  void aSmallRunIsShortAndNarrow() {
    ExperimentSettings small = ExperimentSettings.small();
    assertThat(small.counts().train()).isLessThan(ExperimentSettings.quick().counts().train());
    assertThat(small.counts().train()).isGreaterThanOrEqualTo(small.training().batchSize());
    Cast all = ExperimentSettings.full().scenes().cast();
    assertThat(small.scenes().withCast(all)).isEqualTo(ExperimentSettings.full().scenes());
  }

  @Test
  void theEnvironmentNamesTheMedia() {
    assertThat(Sources.named(Map.of()).media()).isNull();
    assertThat(Sources.named(Map.of("WHENCE_MEDIA", "")).media()).isNull();
    assertThat(Sources.named(Map.of("WHENCE_MEDIA", "own")).media()).isEqualTo(Path.of("own"));
  }
}
