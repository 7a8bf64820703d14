package whence.notebook;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.experiment.ComparisonRow;
import whence.experiment.ExperimentListener;
import whence.train.StepReport;

/** A comparison: a line and a bar for each of its runs. Scores come at the end, as a table. */
public final class ComparisonProgress implements ExperimentListener, AutoCloseable {
  private final Function<String, LiveProgress> bars;
  private final Consumer<String> lines;
  private @Nullable LiveProgress bar;
  private @Nullable TrainingProgress training;

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
    LiveProgress opened =
        bars.apply("run %d of %d: %s, seed %d".formatted(run, runs, row.title(), seed));
    bar = opened;
    training = new TrainingProgress(row.settings().training().plan(), opened, line -> {});
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    if (bar != null && total > 0) {
      String place = "%s: %s %,d of %,d".formatted(stage.label(), text, done, total);
      bar.update(Math.min(1, done / (double) total), place);
    }
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    if (training != null) {
      training.onStep(progress, report);
    }
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
      training = null;
    }
  }
}
