package whence.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.WhenceException;
import whence.experiment.ExperimentSettings;
import whence.experiment.SceneCounts;
import whence.experiment.Sources;
import whence.train.TrainingPlan;

/** What is to be run, and of what. */
final class RunOptions {
  private static final int TRAIN_PER_TEST = 6;

  @Mixin private SourceOptions where = new SourceOptions();

  @Option(
      names = "--quick",
      description = "fewer scenes, classes and iterations: 5 minutes on two cores, else about 25")
  private boolean quick;

  @Option(
      names = "--scenes",
      arity = "1..3",
      split = ",",
      paramLabel = "N",
      description = {
        "scenes to train on, of the split new-scenes, and of new-objects;",
        "one number N stands for N, N/6 and N/6"
      })
  private List<Integer> scenes = List.of();

  @Option(
      names = "--iterations",
      paramLabel = "T",
      description = "index of the last iteration; 0 is plain contrastive learning")
  private @Nullable Integer iterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of scenes, weights, order and augmentation; default 1")
  private @Nullable Long seed;

  /** Where media, weights and caches are. */
  Sources sources() {
    return where.sources();
  }

  /**
   * The run declared.
   *
   * @throws WhenceException if numbers are out of range
   */
  ExperimentSettings settings() {
    ExperimentSettings settings = quick ? ExperimentSettings.quick() : ExperimentSettings.full();
    if (!scenes.isEmpty()) {
      settings = settings.withCounts(counts());
    }
    if (iterations != null) {
      TrainingPlan plan = settings.training().plan();
      settings =
          settings.withTraining(
              settings
                  .training()
                  .withPlan(plan.withLength(plan.firstEpochs(), plan.epochs(), iterations)));
    }
    return seed == null ? settings : settings.withSeed(seed);
  }

  private SceneCounts counts() {
    int train = scenes.get(0);
    if (scenes.size() == 1) {
      int test = Math.max(2, train / TRAIN_PER_TEST);
      return new SceneCounts(train, test, test);
    }
    if (scenes.size() == 2) {
      throw new WhenceException(
          "Cannot compose scenes",
          "--scenes with two numbers",
          "one number, or three: train, new-scenes, new-objects",
          "give the third number too");
    }
    return new SceneCounts(train, scenes.get(1), scenes.get(2));
  }

  /** The folder of a run nobody named: as {@code environment/run} names it, more options added. */
  Path defaultFolder() {
    StringBuilder name = new StringBuilder("iterations");
    name.append(quick ? "-quick" : "");
    if (!scenes.isEmpty()) {
      name.append("-scenes");
      name.append(scenes.stream().map(String::valueOf).collect(Collectors.joining("-")));
    }
    if (iterations != null) {
      name.append("-to").append(iterations);
    }
    name.append(seed == null || seed == 1 ? "" : "-seed" + seed);
    name.append(where.hasMedia() ? "-media" : "");
    return Path.of("runs", name.toString());
  }
}
