package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.train.EpochReport;

/** A whole run, small and of made-up media and weights, judged again. */
class ReevaluationTest {
  @TempDir Path folder;

  @Test
  void savedIterationsGiveTheSameScoresWithoutTraining() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path run = folder.resolve("run");
    RunResult first = Experiment.run(TinyRun.settings(), sources, run, new ExperimentListener() {});
    assertThat(first.metrics()).hasSizeGreaterThan(50);
    String metrics = Files.readString(run.resolve("metrics.csv"));
    byte[] weights = Files.readAllBytes(run.resolve("checkpoint.safetensors"));
    Files.delete(run.resolve("metrics.csv"));
    Files.delete(run.resolve("iterations/iteration-1.csv"));

    List<Integer> epochs = new ArrayList<>();
    RunResult again =
        Experiment.evaluateAgain(
            run,
            sources,
            new ExperimentListener() {
              @Override
              public void onEpoch(EpochReport report) {
                epochs.add(report.epoch());
              }
            });
    assertThat(epochs).isEmpty();
    assertThat(again.metrics()).isEqualTo(first.metrics());
    assertThat(run.resolve("metrics.csv")).hasContent(metrics);
    assertThat(run.resolve("checkpoint.safetensors")).hasBinaryContent(weights);

    // other media than the run had: refused before a score is replaced
    Files.delete(folder.resolve("media/class0/0.wav"));
    assertThatThrownBy(() -> Experiment.evaluateAgain(run, sources, new ExperimentListener() {}))
        .hasMessageContaining("other settings or data");
    Files.delete(run.resolve("control/iterations/iteration-1.safetensors"));
    assertThatThrownBy(() -> Experiment.evaluateAgain(run, sources, new ExperimentListener() {}))
        .hasMessageContaining("no control/iterations/iteration-1.safetensors");
    assertThat(run.resolve("metrics.csv")).hasContent(metrics);
  }
}
