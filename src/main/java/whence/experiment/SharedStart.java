package whence.experiment;

import java.nio.file.Files;
import whence.data.Split;
import whence.train.IterativeTrainer;
import whence.train.RunFiles;
import whence.train.TrainingListener;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;
import whence.train.TrainingState;

/**
 * A run that starts from the end of iteration 0 of another, where both would have trained it alike,
 * bit for bit.
 *
 * @param folder of the other run
 * @param settings of the other run
 */
record SharedStart(RunFolder folder, ExperimentSettings settings) {

  /**
   * Whether two runs have the same iteration 0: all settings are equal but for those that first act
   * in iteration 1 or later.
   */
  static boolean isEqual(ExperimentSettings first, ExperimentSettings second) {
    return untilFirstLabels(first).equals(untilFirstLabels(second));
  }

  /** The same run with everything later at its default. */
  private static ExperimentSettings untilFirstLabels(ExperimentSettings settings) {
    TrainingSettings training = settings.training();
    TrainingSettings defaults = TrainingSettings.defaults();
    TrainingPlan plan =
        defaults
            .plan()
            .withLength(training.plan().firstEpochs(), 1, 0)
            .withSeed(training.plan().seed());
    return settings
        .withControl(ExperimentSettings.Control.NONE)
        .withTraining(
            training
                .withPlan(plan)
                .withLabels(defaults.labels())
                .withObjective(
                    defaults.objective().withTemperature(training.objective().temperature())));
  }

  /** Whether the other run has come to the end of its iteration 0. */
  boolean isThere() {
    return Files.isRegularFile(folder.model("").iteration(0));
  }

  /**
   * Puts the other run's state under a run's own name, as its checkpoint. Nothing is done where the
   * run has a checkpoint already.
   *
   * @param files of the run that is to start
   * @param identity of the other run
   * @param data of both
   */
  void copyTo(RunFiles files, String identity, PreparedData data) {
    if (Files.exists(files.checkpoint())) {
      return;
    }
    IterativeTrainer other =
        new IterativeTrainer(
            data.of(Split.TRAIN).bank(),
            settings.encoder(),
            settings.training(),
            folder.model(identity),
            new TrainingListener() {});
    EpochLog.copyFirstIteration(folder.lossesFile(), files.folder().resolve("losses.csv"));
    try (TrainingState state = other.stateAfter(0)) {
      state.save(files.checkpoint(), files.identity());
    }
  }
}
