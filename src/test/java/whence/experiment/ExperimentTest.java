package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.evaluate.EvaluationReport;
import whence.label.LabelStatistics;
import whence.train.EpochReport;

/** A whole run, small and of made-up media and weights: what it writes, keeps and refuses. */
class ExperimentTest {
  @TempDir Path folder;

  /** Remembers what was told. */
  private static final class Heard implements ExperimentListener {
    final List<Stage> stages = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<String> epochs = new ArrayList<>();
    final Map<Integer, Integer> reports = new LinkedHashMap<>();
    final List<Integer> labels = new ArrayList<>();

    @Override
    public void onStage(Stage stage) {
      stages.add(stage);
    }

    @Override
    public void onNote(String text) {
      notes.add(text);
    }

    @Override
    public void onEpoch(EpochReport report) {
      epochs.add(report.iteration() + "." + report.epoch());
    }

    @Override
    public void onScores(int iteration, List<EvaluationReport> told) {
      reports.merge(iteration, told.size(), Integer::sum);
    }

    @Override
    public void onLabelStatistics(int iteration, LabelStatistics statistics) {
      assertThat(statistics.positivePrecision()).isPresent();
      labels.add(iteration);
    }
  }

  @Test
  void writesEverythingOnceAndRefusesWhatDoesNotBelong() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path run = folder.resolve("run");
    Heard first = new Heard();
    RunResult result = Experiment.run(TinyRun.settings(), sources, run, first);
    checkTold(first);
    checkFiles(run);
    checkMetrics(result);

    Heard second = new Heard();
    RunResult again = Experiment.run(TinyRun.settings(), sources, run, second);
    assertThat(again.metrics()).isEqualTo(result.metrics());
    assertThat(second.stages).isEmpty();
    assertThat(second.notes).singleElement().asString().contains("is complete");

    refusesOtherSettings(sources, run);
    refusesATruncatedCheckpoint(sources, run);
    refusesACheckpointOfOtherMedia(sources, run);
  }

  private static void checkTold(Heard heard) {
    assertThat(heard.stages)
        .containsExactly(
            ExperimentListener.Stage.DOWNLOAD,
            ExperimentListener.Stage.SCENES,
            ExperimentListener.Stage.FEATURES,
            ExperimentListener.Stage.BASELINES,
            ExperimentListener.Stage.TRAINING,
            ExperimentListener.Stage.CONTROL);
    assertThat(heard.epochs).containsExactly("0.0", "1.0");
    assertThat(heard.reports).containsKeys(0, 1);
    // two splits; swapped sounds only where there is a clip of another class
    assertThat(heard.reports.get(0)).isBetween(2, 4);
    assertThat(heard.labels).contains(1);
  }

  private static void checkFiles(Path run) throws IOException {
    for (String name :
        List.of(
            "settings.json",
            "provenance.json",
            "metrics.csv",
            "labels.csv",
            "losses.csv",
            "times.csv",
            "checkpoint.safetensors",
            "iterations/iteration-0.safetensors",
            "iterations/iteration-1.safetensors",
            "labels/iteration-1.safetensors",
            "control/checkpoint.safetensors")) {
      assertThat(run.resolve(name)).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(run.resolve("losses.csv"))).hasSize(3);
    List<String> labels = Files.readAllLines(run.resolve("labels.csv"));
    assertThat(labels.get(0)).startsWith("iteration,epoch,positive_share,negative_share,");
    assertThat(labels.get(1).split(",")).hasSize(labels.get(0).split(",").length);
    assertThat(Double.parseDouble(labels.get(1).split(",")[2]) * 196).isBetween(0.99, 12.01);
    assertThat(Files.readAllLines(run.resolve("times.csv"))).first().isEqualTo("part,value");
    assertThat(run.resolve("times.csv")).content().contains("training,").contains("total,");
    try (var files = Files.walk(run)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  /** Every iteration, split, localizer and metric once; a trivial localizer has no cosines. */
  private static void checkEveryNumber(RunResult result) {
    List<String> localizers = new ArrayList<>(MetricRow.LOCALIZERS);
    localizers.removeAll(List.of("object-guided", "swapped-sound"));
    for (String localizer : localizers) {
      boolean learned = List.of("model", "frozen-labels").contains(localizer);
      List<String> metrics =
          learned
              ? MetricRow.METRICS
              : MetricRow.METRICS.stream().filter(m -> !m.endsWith("correlation")).toList();
      for (int t = 0; t <= 1; t++) {
        for (String split : MetricRow.SPLITS) {
          for (String metric : metrics) {
            MetricRow row = result.row(t, split, localizer, metric).orElseThrow();
            assertThat(row.value()).isBetween(row.low() - 1e-9, row.high() + 1e-9);
          }
        }
      }
    }
  }

  private static void checkMetrics(RunResult result) {
    assertThat(result.lastIteration()).isEqualTo(1);
    for (String split : List.of("new-scenes", "new-objects")) {
      for (String localizer : List.of("model", "frozen-labels", "centre-disc")) {
        assertThat(result.metrics())
            .as(localizer + " on " + split)
            .anyMatch(
                row ->
                    row.iteration() == 1
                        && row.split().equals(split)
                        && row.localizer().equals(localizer)
                        && row.n() <= 3);
      }
    }
    checkEveryNumber(result);
    MetricRow any = result.metrics().get(0);
    assertThat(result.row(any.iteration(), any.split(), any.localizer(), any.metric()))
        .contains(any);
    assertThat(result.row(99, any.split(), any.localizer(), any.metric())).isEmpty();
  }

  private static void refusesOtherSettings(Sources sources, Path run) {
    ExperimentSettings other = TinyRun.settings().withSeed(2);
    assertThatThrownBy(() -> Experiment.run(other, sources, run, new ExperimentListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use the run folder " + run)
        .hasMessageContaining("training.plan.seed was 1, now 2")
        .hasMessageContaining("choose another folder, or repeat the settings");
  }

  private static void refusesATruncatedCheckpoint(Sources sources, Path run) throws IOException {
    Path checkpoint = run.resolve("checkpoint.safetensors");
    byte[] whole = Files.readAllBytes(checkpoint);
    Files.delete(run.resolve("metrics.csv")); // as if it had been stopped
    Files.write(checkpoint, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(
            () -> Experiment.run(TinyRun.settings(), sources, run, new ExperimentListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read weights " + checkpoint)
        .hasMessageContaining("bytes");
    Files.write(checkpoint, whole);
  }

  private void refusesACheckpointOfOtherMedia(Sources sources, Path run) throws IOException {
    Files.delete(folder.resolve("media/class0/0.wav"));
    assertThatThrownBy(
            () -> Experiment.run(TinyRun.settings(), sources, run, new ExperimentListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("checkpoint of other settings or data");
  }
}
