package whence.notebook;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.evaluate.EvaluationReport;
import whence.evaluate.ReportTable;
import whence.experiment.ExperimentListener;
import whence.train.EpochReport;
import whence.train.StepReport;
import whence.train.TrainingPlan;

/**
 * A whole run: a bar for each of its parts, a line an epoch with every loss term, and the scores of
 * each iteration as they come.
 */
public final class ExperimentProgress implements ExperimentListener, AutoCloseable {
  private final TrainingPlan plan;
  private final Function<String, LiveProgress> bars;
  private final Consumer<String> lines;
  private @Nullable LiveProgress bar;
  private @Nullable TrainingProgress training;

  /**
   * Listens to a run.
   *
   * @param plan what will be trained
   * @param bars opens a bar with a title
   * @param lines takes lines that stay
   */
  public ExperimentProgress(
      TrainingPlan plan, Function<String, LiveProgress> bars, Consumer<String> lines) {
    this.plan = plan;
    this.bars = bars;
    this.lines = lines;
  }

  @Override
  public void onStage(Stage stage) {
    close();
    LiveProgress opened = bars.apply(stage.label());
    bar = opened;
    training = new TrainingProgress(plan, opened, lines);
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    if (bar != null && total > 0) {
      bar.update(
          Math.min(1, done / (double) total),
          String.format(Locale.ROOT, "%s %,d of %,d", text, done, total));
    }
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    if (training != null) {
      training.onStep(progress, report);
    }
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (training != null) {
      training.onEpoch(report);
    }
  }

  @Override
  public void onNote(String text) {
    lines.accept(text);
  }

  @Override
  public void onScores(int iteration, List<EvaluationReport> reports) {
    lines.accept("iteration " + iteration);
    reports.stream()
        .collect(Collectors.groupingBy(EvaluationReport::split, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(split -> lines.accept(ReportTable.toText(split)));
  }

  /** Ends the last bar. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      training = null;
    }
  }
}
