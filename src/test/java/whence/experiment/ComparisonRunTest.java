package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.engine.SafeTensors;
import whence.engine.Tensors;
import whence.engine.Weights;
import whence.evaluate.Metric;
import whence.loss.PeerObjective;
import whence.train.EpochReport;
import whence.train.TrainingSettings;

/** A small comparison of made-up media: what is trained, shared, read again, and summed up. */
class ComparisonRunTest {
  @TempDir Path folder;

  /** Remembers what was told. */
  private static final class Heard implements ExperimentListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void onRow(ComparisonRow row, long seed, int run, int runs) {
      told.add("row " + row.name() + " seed " + seed + ", " + run + " of " + runs);
    }

    @Override
    public void onStage(Stage stage) {
      told.add(stage.label());
    }

    @Override
    public void onEpoch(EpochReport report) {
      told.add("epoch " + report.iteration() + "." + report.epoch());
    }
  }

  @Test
  void rowsShareWhatIsEqualAndGoOnWhereTheyStopped() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Comparison comparison = comparison();
    Path place = folder.resolve("comparison");
    Heard first = new Heard();
    ComparisonResult result = ComparisonRun.run(comparison, sources, place, first);
    assertThat(first.told)
        .containsExactly(
            "row method seed 1, 1 of 6",
            "download",
            "scenes",
            "features",
            "baselines",
            "training",
            "epoch 0.0",
            "epoch 1.0",
            "row frozen seed 1, 2 of 6",
            "training",
            "epoch 1.0", // iteration 0 is that of the first row
            "row peer seed 1, 3 of 6",
            "training",
            "epoch 0.0",
            "row method seed 2, 4 of 6", // the media are open already
            "scenes",
            "features",
            "baselines",
            "training",
            "epoch 0.0",
            "epoch 1.0",
            "row frozen seed 2, 5 of 6",
            "training",
            "epoch 1.0",
            "row peer seed 2, 6 of 6",
            "training",
            "epoch 0.0");
    checkNumbers(result);
    checkCourse(result);
    checkThatASharedStartChangesNothing(sources, place);
    checkThatOnlyWhatIsMissingIsDoneAgain(sources, place, result);
  }

  private static Comparison comparison() {
    ExperimentSettings method = TinyRun.settings().withControl(ExperimentSettings.Control.NONE);
    TrainingSettings training = method.training();
    TrainingSettings other = training.withObjective(training.objective().withQuietWeight(1));
    TrainingSettings peer =
        training
            .withFirstObjective(PeerObjective.AFFINITY)
            .withPlan(training.plan().withLength(1, 1, 0));
    return new Comparison(
        "small",
        List.of(
            new ComparisonRow("method", "the method", method),
            new ComparisonRow("frozen", "another weight", method.withTraining(other)),
            new ComparisonRow("peer", "a peer", method.withTraining(peer))),
        List.of(1L, 2L));
  }

  private static void checkNumbers(ComparisonResult result) {
    for (ComparisonRow row : result.comparison().rows()) {
      double sum = 0;
      for (long seed : result.comparison().seeds()) {
        RunResult run = result.run(row, seed);
        sum +=
            run.row(run.lastIteration(), "new-scenes", "model", "mean_ciou").orElseThrow().value();
      }
      ComparisonScore score =
          result.score(row.name(), "new-scenes", "model", Metric.MEAN_CIOU).orElseThrow();
      assertThat(score.estimate().value()).as(row.name()).isCloseTo(sum / 2, within(1e-12));
      assertThat(score.estimate().n()).isEqualTo(2 * 3);
      assertThat(score.seeds()).isEqualTo(2);
      assertThat(result.score(row.name(), "new-objects", "object-guided", Metric.POINTING))
          .isPresent();
    }
    assertThat(result.score("method", "new-scenes", "centre-disc", Metric.AUC)).isPresent();
    assertThat(result.score("peer", "new-scenes", "centre-disc", Metric.AUC)).isEmpty();
    assertThat(result.score("method", "new-scenes", "saliency", Metric.SOUNDING_CORRELATION))
        .isEmpty();
    Provenance made = result.provenance();
    assertThat(made.command())
        .isEqualTo("environment/whence compare small --rows method,frozen,peer --seeds 1,2");
    assertThat(made.seeds().values()).containsExactly(1L, 2L);
    assertThat(made.settings()).containsKeys("comparison", "protocol", "revisions", "data");
  }

  /** After every iteration: the mean of the seeds; after the last one what the table holds. */
  private static void checkCourse(ComparisonResult result) {
    ComparisonRow row = result.comparison().rows().get(0);
    List<MetricRow> course = result.course(row);
    assertThat(course.stream().map(MetricRow::iteration).distinct()).containsExactly(0, 1);
    for (MetricRow shown : course) {
      double sum = 0;
      for (long seed : result.comparison().seeds()) {
        RunResult run = result.run(row, seed);
        sum +=
            run.row(shown.iteration(), shown.split(), shown.localizer(), shown.metric())
                .orElseThrow()
                .value();
      }
      assertThat(shown.value()).as(shown.toString()).isCloseTo(sum / 2, within(1e-6));
    }
    List<MetricRow> table =
        result.scores().stream()
            .filter(score -> score.row().equals(row.name()))
            .filter(score -> List.of("model", "swapped-sound").contains(score.localizer()))
            .map(score -> score.after(1))
            .toList();
    assertThat(course).containsAll(table);
    assertThat(course.stream().filter(shown -> shown.iteration() == 0))
        .isEqualTo(
            result.course(result.comparison().rows().get(1)).stream()
                .filter(shown -> shown.iteration() == 0)
                .toList());
  }

  /** The same run alone, from its own iteration 0, ends with the same weights. */
  private void checkThatASharedStartChangesNothing(Sources sources, Path place) throws Exception {
    ComparisonRow row = comparison().rows().get(1);
    Path alone = folder.resolve("alone");
    Experiment.run(row.settings(), sources, alone, new ExperimentListener() {});
    Path shared = place.resolve("frozen/seed-1");
    try (Weights own = SafeTensors.read(alone.resolve("checkpoint.safetensors"));
        Weights taken = SafeTensors.read(shared.resolve("checkpoint.safetensors"))) {
      assertThat(taken.metadata()).isEqualTo(own.metadata());
      own.tensors()
          .forEach(
              (name, values) ->
                  assertThat(Tensors.toArray(taken.get(name)))
                      .as(name)
                      .isEqualTo(Tensors.toArray(values)));
    }
    assertThat(MetricsCsv.read(shared.resolve("metrics.csv")))
        .isEqualTo(MetricsCsv.read(alone.resolve("metrics.csv")));
    assertThat(Files.readAllLines(shared.resolve("losses.csv"))).hasSize(3);
  }

  private static void checkThatOnlyWhatIsMissingIsDoneAgain(
      Sources sources, Path place, ComparisonResult result) throws Exception {
    Files.delete(place.resolve("peer/seed-2/metrics.csv"));
    Heard second = new Heard();
    ComparisonResult again = ComparisonRun.run(comparison(), sources, place, second);
    assertThat(again).isEqualTo(result);
    assertThat(second.told).doesNotContain("epoch 0.0", "epoch 1.0");
    assertThat(second.told.stream().filter(line -> line.equals("training"))).hasSize(1);

    Path clips = place.resolve("peer/seed-2/iterations/iteration-0-clips.csv");
    Files.writeString(clips, "split,localizer\nx,y\n");
    assertThatThrownBy(
            () -> ComparisonRun.run(comparison(), sources, place, new ExperimentListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the scores of single clips in " + clips)
        .hasMessageContaining("environment/whence evaluate");
    Experiment.evaluateAgain(place.resolve("peer/seed-2"), sources, new ExperimentListener() {});
    assertThat(ComparisonResult.read(comparison(), place)).isEqualTo(result);

    ExperimentSettings other =
        comparison().rows().get(0).settings().withCounts(new SceneCounts(9, 3, 3));
    Comparison changed =
        new Comparison("small", List.of(new ComparisonRow("method", "x", other)), List.of(1L));
    assertThatThrownBy(
            () -> ComparisonRun.run(changed, sources, place, new ExperimentListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("counts.train was 8, now 9");
  }
}
