package whence.experiment;

import java.nio.file.Files;
import java.util.List;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.Split;
import whence.evaluate.EvaluationReport;
import whence.experiment.ExperimentListener.Stage;
import whence.train.IterativeTrainer;
import whence.train.LabelRenewal;
import whence.train.RunFiles;
import whence.train.TrainingSettings;
import whence.train.TrainingState;

/**
 * Judges the saved iterations of a complete run again. Nothing is trained; a run whose data or
 * iterations are not as they were is refused before a single score is replaced.
 */
final class Reevaluation {

  private final RunFolder folder;
  private final ExperimentSettings settings;
  private final PreparedData data;
  private final ExperimentListener listener;
  private final Judge judge;

  Reevaluation(
      RunFolder folder,
      ExperimentSettings settings,
      PreparedData data,
      ExperimentListener listener) {
    this.folder = folder;
    this.settings = settings;
    this.data = data;
    this.listener = listener;
    this.judge = new Judge(data);
  }

  /**
   * Refuses a run that has not come to its end.
   *
   * @throws WhenceException naming what is missing
   */
  static void requireComplete(RunFolder folder, ExperimentSettings settings) {
    int last = settings.training().plan().iterations();
    requireIterations(folder, folder.model(""), 0, last);
    if (hasControl(settings)) {
      requireIterations(folder, folder.control(""), 1, last);
    }
  }

  private static void requireIterations(RunFolder folder, RunFiles files, int first, int last) {
    for (int t = first; t <= last; t++) {
      if (!Files.isRegularFile(files.iteration(t))) {
        throw new WhenceException(
            "Cannot evaluate the run " + folder.path(),
            "no " + folder.path().relativize(files.iteration(t)),
            "iterations 0 to " + last + " trained to their end",
            "go on with its training first: the same train or environment/run command");
      }
    }
  }

  private static boolean hasControl(ExperimentSettings settings) {
    return settings.control() == ExperimentSettings.Control.FROZEN_LABELS
        && settings.training().plan().iterations() >= 1;
  }

  /** Judges everything; the scores of every iteration are replaced one by one. */
  List<MetricRow> rows(String identity) {
    TrainingSettings training = settings.training();
    listener.onStage(Stage.BASELINES);
    List<EvaluationReport> trivial = judge.trivial();
    ClipScoresCsv.write(folder.trivialClipsFile(), trivial);
    listener.onStage(Stage.TRAINING);
    RunFiles model = folder.model(identity);
    List<MetricRow> rows = again(model, training, 0);
    if (hasControl(settings)) {
      listener.onStage(Stage.CONTROL);
      RunFiles control = folder.control(identity);
      AtomicFile.copy(RunFolder.scores(model, 0), RunFolder.scores(control, 0));
      TrainingSettings frozen = training.withPlan(training.plan().withRenewal(LabelRenewal.FROZEN));
      rows.addAll(Judge.named("frozen-labels", again(control, frozen, 1)));
    }
    for (int t = 0; t <= training.plan().iterations(); t++) {
      rows.addAll(Judge.rows(t, trivial));
    }
    return rows;
  }

  private List<MetricRow> again(RunFiles files, TrainingSettings training, int first) {
    int last = training.plan().iterations();
    RunRecorder recorder = new RunRecorder(files, training, data, judge, listener);
    IterativeTrainer trainer =
        new IterativeTrainer(
            data.of(Split.TRAIN).bank(), settings.encoder(), training, files, listener);
    try (TrainingState state = trainer.stateAfter(last)) {
      for (int t = first; t <= last; t++) {
        state.load(files.iteration(t), files.identity());
        recorder.onIteration(state);
      }
      return recorder.rows(state);
    }
  }
}
