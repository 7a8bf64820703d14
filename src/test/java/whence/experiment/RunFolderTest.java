package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.ChildProgram;
import whence.ProgramLock;
import whence.WhenceException;
import whence.loss.PeerObjective;

class RunFolderTest {
  @TempDir Path folder;

  @Test
  void settingsComeBackAsTheyWere() {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.claim(ExperimentSettings.quick());
    assertThat(run.settings()).isEqualTo(ExperimentSettings.quick());
    run.claim(ExperimentSettings.quick()); // the same again is no error
  }

  /** Runs of before there was a choice of the first objective go on, and are named as they were. */
  @Test
  void settingsOfOlderRunsMeanWhatTheyMeant() throws IOException {
    RunFolder run = new RunFolder(folder);
    run.claim(ExperimentSettings.full());
    assertThat(run.settingsFile()).content().doesNotContain("firstObjective", "cast");
    assertThat(run.settings().training().firstObjective())
        .isEqualTo(PeerObjective.MAX_POOLED_INFO_NCE);
    ExperimentSettings peer =
        ExperimentSettings.full()
            .withTraining(
                ExperimentSettings.full().training().withFirstObjective(PeerObjective.TRI_MAP));
    assertThatThrownBy(() -> run.claim(peer))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("training.firstObjective was \"MAX_POOLED_INFO_NCE\"")
        .hasMessageContaining("now \"TRI_MAP\"");
    RunFolder other = new RunFolder(folder.resolve("other"));
    other.claim(peer);
    assertThat(other.settings()).isEqualTo(peer);
  }

  @Test
  void everyDifferenceIsNamed() {
    RunFolder run = new RunFolder(folder);
    ExperimentSettings old = ExperimentSettings.quick();
    run.claim(old);
    ExperimentSettings now =
        old.withSeed(3)
            .withCounts(new SceneCounts(900, 100, 100))
            .withControl(ExperimentSettings.Control.NONE);
    assertThatThrownBy(() -> run.claim(now))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use the run folder " + folder)
        .hasMessageContaining("counts.train was 768, now 900")
        .hasMessageContaining("control was \"FROZEN_LABELS\", now \"NONE\"")
        .hasMessageContaining("training.plan.seed was 1, now 3")
        .hasMessageNotContaining("learningRate");
    assertThat(run.settings()).isEqualTo(old);
  }

  @Test
  void aFolderWithoutRunAndDamagedSettingsAreRefused() throws IOException {
    RunFolder run = new RunFolder(folder);
    assertThatThrownBy(run::settings)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot open the run " + folder)
        .hasMessageContaining("no settings.json")
        .hasMessageContaining(
            "make one with environment/run (a smaller one: environment/run --quick)");
    Files.writeString(run.settingsFile(), "{\"counts\": 3");
    assertThatThrownBy(run::settings)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read " + run.settingsFile())
        .hasMessageContaining("the settings that a run wrote");
    Files.writeString(run.settingsFile(), "");
    assertThatThrownBy(run::settings)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("got:      nothing");
    Files.writeString(run.settingsFile(), "{\"unknown\": 3}");
    assertThatThrownBy(run::settings).isInstanceOf(WhenceException.class);
  }

  @Test
  void twoRunsInOneFolderAreRefused() {
    RunFolder run = new RunFolder(folder.resolve("run"));
    try (ProgramLock first = run.lock()) {
      assertThatThrownBy(run::lock)
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot run in " + run.path())
          .hasMessageContaining("another run at work there")
          .hasMessageContaining("one run at a time in a folder");
    }
    run.lock().close(); // free again
  }

  @Test
  void aRunOfAnotherProgramIsRefusedAlike() throws Exception {
    RunFolder run = new RunFolder(folder.resolve("run"));
    Process other = ChildProgram.start(Holder.class, run.path());
    try {
      assertThat(other.getInputStream().read()).as("the other program holds it").isEqualTo('h');
      assertThatThrownBy(run::lock)
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("another run at work there");
    } finally {
      other.destroyForcibly().waitFor();
    }
    run.lock().close(); // free again, though nobody let go of it
  }

  /** A program that takes a run folder, says so, and keeps it. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (ProgramLock held = new RunFolder(Path.of(arguments[0])).lock()) {
        System.out.write('h');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void moreClipsInABatchThanThereAreIsRefused() {
    assertThatThrownBy(() -> ExperimentSettings.quick().withCounts(new SceneCounts(10, 2, 2)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("10 training scenes in batches of 64");
    assertThatThrownBy(() -> new SceneCounts(10, 1, 2))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("at least 2 scenes in every split");
  }

  @Test
  void anEpochDoneAgainReplacesItsLineAndLaterOnes() throws IOException {
    Path file = folder.resolve("losses.csv");
    EpochLog log = new EpochLog(file, "iteration,epoch,loss");
    log.put(0, 0, List.of(3.5));
    log.put(0, 1, List.of(3.0));
    log.put(1, 0, List.of(Double.NaN));
    log.put(0, 1, List.of(2.5)); // the run went back to the checkpoint of epoch 0
    assertThat(Files.readAllLines(file))
        .containsExactly("iteration,epoch,loss", "0,0,3.50000", "0,1,2.50000");
    Files.writeString(file, "iteration,epoch,loss\nx,y,z\n");
    assertThatThrownBy(() -> log.put(0, 2, List.of(1.0)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot go on writing " + file);
  }

  @Test
  void stageTimesAddUp() {
    StageTimes times = new StageTimes();
    times.onStage(ExperimentListener.Stage.SCENES);
    times.onStage(ExperimentListener.Stage.TRAINING);
    List<String> lines = times.csv().lines().toList();
    assertThat(lines).first().isEqualTo("part,value");
    assertThat(lines).anyMatch(line -> line.startsWith("download,"));
    assertThat(lines).anyMatch(line -> line.startsWith("scenes,"));
    assertThat(lines).anyMatch(line -> line.startsWith("training,"));
    assertThat(lines).last().asString().startsWith("peak_memory_mb,");
  }
}
