package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whence.data.Split;
import whence.evaluate.EvaluationReport;
import whence.label.LabelStatistics;
import whence.label.PseudoLabels;
import whence.loss.IterativeObjective;
import whence.loss.LossTerms;
import whence.loss.PeerObjective;
import whence.train.EpochReport;
import whence.train.RunFiles;
import whence.train.TrainingSettings;
import whence.train.TrainingState;

/**
 * Writes down one training as it goes: mean losses of every epoch, statistics of all labels, and
 * the scores at the end of every iteration. Truth is used here, after training has done its part,
 * and never reaches it.
 */
final class RunRecorder implements ExperimentListener {

  private final RunFiles files;
  private final PreparedData data;
  private final Judge judge;
  private final ExperimentListener told;
  private final List<String> terms;
  private final int last;
  private final EpochLog losses;
  private final EpochLog labels;

  RunRecorder(
      RunFiles files,
      TrainingSettings training,
      PreparedData data,
      Judge judge,
      ExperimentListener told) {
    this.files = files;
    this.data = data;
    this.judge = judge;
    this.told = told;
    this.terms = terms(training.firstObjective());
    this.last = training.plan().iterations();
    this.losses =
        new EpochLog(
            files.folder().resolve("losses.csv"),
            "iteration,epoch," + String.join(",", terms) + ",seconds");
    this.labels =
        new EpochLog(
            files.folder().resolve("labels.csv"),
            "iteration,epoch,positive_share,negative_share,mean_related,negative_correlation,"
                + "positive_precision,relation_precision");
  }

  /** Columns of losses.csv; a term that an iteration does not have is NaN. */
  private static List<String> terms(PeerObjective first) {
    Set<String> terms = new LinkedHashSet<>(List.of(LossTerms.TOTAL));
    terms.addAll(first.terms());
    terms.addAll(IterativeObjective.TERMS);
    return List.copyOf(terms);
  }

  @Override
  public void onEpoch(EpochReport report) {
    List<Double> values = new ArrayList<>();
    terms.forEach(term -> values.add(report.terms().getOrDefault(term, Double.NaN)));
    values.add(report.seconds());
    losses.put(report.iteration(), report.epoch(), values);
  }

  @Override
  public void onLabels(PseudoLabels drawn) {
    LabelStatistics seen = LabelStatistics.of(drawn, data.of(Split.TRAIN).truth(data.grid()));
    labels.put(
        drawn.iteration(),
        0,
        List.of(
            seen.positiveShare(),
            seen.negativeShare(),
            seen.meanRelated(),
            seen.negativeCorrelation(),
            seen.positivePrecision().orElse(Double.NaN),
            seen.relationPrecision().orElse(Double.NaN)));
    told.onLabelStatistics(drawn.iteration(), seen);
  }

  @Override
  public void onIteration(TrainingState state) {
    score(state, state.iteration());
  }

  /**
   * The scores of all iterations; those that are not on disk are taken again.
   *
   * @param state any state of this training; changed to a saved one where scores are missing
   */
  List<MetricRow> rows(TrainingState state) {
    List<MetricRow> rows = new ArrayList<>();
    for (int t = 0; t <= last; t++) {
      Path scores = RunFolder.scores(files, t);
      if (!Files.exists(scores)) {
        state.load(files.iteration(t), files.identity());
        score(state, t);
      }
      rows.addAll(MetricsCsv.read(scores));
    }
    return rows;
  }

  private void score(TrainingState state, int iteration) {
    List<EvaluationReport> reports = new ArrayList<>(judge.network("model", state.encoder()));
    reports.addAll(judge.swapped(state.encoder()));
    if (iteration == last) {
      reports.addAll(judge.guided(state.encoder()));
    }
    ClipScoresCsv.write(RunFolder.clips(files, iteration), reports);
    MetricsCsv.write(RunFolder.scores(files, iteration), Judge.rows(iteration, reports));
    told.onScores(iteration, reports);
  }
}
