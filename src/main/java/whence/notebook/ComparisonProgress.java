package whence.notebook;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.experiment.ComparisonRow;
import whence.experiment.ExperimentListener;
import whence.train.StepReport;
import whence.train.TrainingPlan;

/** A comparison: a bar for each of its runs. Scores come at the end, as a table. */
public final class ComparisonProgress implements ExperimentListener, AutoCloseable {
  private final Function<String, LiveProgress> bars;
  private final Consumer<String> lines;
  private TrainingPlan plan = TrainingPlan.defaults();
  private @Nullable LiveProgress bar;

  /**
   * Listens to a comparison.
   *
   * @param bars opens a bar with a title
   * @param lines takes lines that stay
   */
  public ComparisonProgress(Function<String, LiveProgress> bars, Consumer<String> lines) {
    this.bars = bars;
    this.lines = lines;
  }

  @Override
  public void onRow(ComparisonRow row, long seed, int run, int runs) {
    close();
    plan = row.settings().training().plan();
    bar = bars.apply("run %d of %d: %s, seed %d".formatted(run, runs, row.title(), seed));
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    if (bar != null && total > 0) {
      String place =
          String.format(Locale.ROOT, "%s: %s %,d of %,d", stage.label(), text, done, total);
      bar.update(Math.min(1, done / (double) total), place);
    }
  }

  @Override
  public void onStep(Progress at, StepReport report) {
    if (bar != null) {
      String place = "iteration %d, epoch %d of %d  ";
      bar.update(
          share(at),
          place.formatted(at.iteration(), at.epoch() + 1, at.epochs())
              + LiveTraining.terms(report.terms()));
    }
  }

  /** Share of all steps of the run that are done. */
  private double share(Progress at) {
    int epochs = 0;
    int before = at.epoch();
    for (int t = 0; t <= plan.iterations(); t++) {
      epochs += plan.epochsOf(t);
      before += t < at.iteration() ? plan.epochsOf(t) : 0;
    }
    return Math.min(1, (before + (at.step() + 1.0) / at.steps()) / epochs);
  }

  @Override
  public void onNote(String text) {
    lines.accept(text);
  }

  /** Ends the last bar. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
