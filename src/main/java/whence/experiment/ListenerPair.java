package whence.experiment;

import java.util.List;
import whence.evaluate.EvaluationReport;
import whence.label.LabelStatistics;
import whence.label.PseudoLabels;
import whence.model.DualEncoder;
import whence.train.EpochReport;
import whence.train.StepReport;
import whence.train.TrainingState;

/** Tells two listeners everything, the first one first. */
record ListenerPair(ExperimentListener first, ExperimentListener second)
    implements ExperimentListener {

  @Override
  public void onRow(ComparisonRow row, long seed, int run, int runs) {
    first.onRow(row, seed, run, runs);
    second.onRow(row, seed, run, runs);
  }

  @Override
  public void onStage(Stage stage) {
    first.onStage(stage);
    second.onStage(stage);
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    first.onProgress(stage, text, done, total);
    second.onProgress(stage, text, done, total);
  }

  @Override
  public void onData(PreparedData data) {
    first.onData(data);
    second.onData(data);
  }

  @Override
  public void onNote(String text) {
    first.onNote(text);
    second.onNote(text);
  }

  @Override
  public void onScores(int iteration, List<EvaluationReport> reports) {
    first.onScores(iteration, reports);
    second.onScores(iteration, reports);
  }

  @Override
  public void onLabelStatistics(int iteration, LabelStatistics statistics) {
    first.onLabelStatistics(iteration, statistics);
    second.onLabelStatistics(iteration, statistics);
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    first.onStep(progress, report);
    second.onStep(progress, report);
  }

  @Override
  public void onEpoch(EpochReport report) {
    first.onEpoch(report);
    second.onEpoch(report);
  }

  @Override
  public void onNetwork(DualEncoder network) {
    first.onNetwork(network);
    second.onNetwork(network);
  }

  @Override
  public void onLabels(PseudoLabels labels) {
    first.onLabels(labels);
    second.onLabels(labels);
  }

  @Override
  public void onIteration(TrainingState state) {
    first.onIteration(state);
    second.onIteration(state);
  }
}
