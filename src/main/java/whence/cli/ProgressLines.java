package whence.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Metric;
import whence.experiment.ComparisonRow;
import whence.experiment.ExperimentListener;
import whence.label.LabelStatistics;
import whence.train.EpochReport;
import whence.train.StepReport;

/**
 * A run as lines in a terminal: one an epoch with every loss term by name, one for the labels and
 * one for each score of an iteration; how far a part has come at most every few seconds.
 */
final class ProgressLines implements ExperimentListener {
  private static final long PAUSE_NANOS = 4_000_000_000L;
  private static final List<Metric> SHOWN =
      List.of(Metric.SUCCESS_ADAPTIVE, Metric.SUCCESS_FIXED, Metric.POINTING, Metric.WRONG_OBJECT);

  private final PrintWriter out;
  private final LongSupplier clock;
  private final long started;
  private long shown;
  private Stage stage = Stage.DOWNLOAD;

  ProgressLines(PrintWriter out) {
    this(out, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  ProgressLines(PrintWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.shown = started;
  }

  @Override
  public synchronized void onRow(ComparisonRow row, long seed, int run, int runs) {
    line("run %d of %d: %s, seed %d", run, runs, row.title(), seed);
  }

  @Override
  public synchronized void onStage(Stage next) {
    stage = next;
    shown = clock.getAsLong();
    line("%s ...", next.label());
  }

  @Override
  public synchronized void onProgress(Stage part, String text, long done, long total) {
    if (!isDue(done == total)) {
      return;
    }
    if (part == Stage.DOWNLOAD) {
      line("  %s: %.1f of %.1f MB", text, done / 1e6, total / 1e6);
    } else {
      line("  %s: %d of %d", text, done, total);
    }
  }

  @Override
  public synchronized void onNote(String text) {
    line("%s", text);
  }

  @Override
  public synchronized void onStep(Progress at, StepReport report) {
    if (isDue(false)) {
      line(
          "  iteration %d, epoch %d of %d, step %d of %d: %s",
          at.iteration(),
          at.epoch() + 1,
          at.epochs(),
          at.step() + 1,
          at.steps(),
          terms(report.terms()));
    }
  }

  @Override
  public synchronized void onEpoch(EpochReport report) {
    shown = clock.getAsLong();
    line(
        "%siteration %d, epoch %d: %s (nats), %.1f s",
        stage == Stage.CONTROL ? "control " : "",
        report.iteration(),
        report.epoch() + 1,
        terms(report.terms()),
        report.seconds());
  }

  private static String terms(Map<String, Double> terms) {
    return terms.entrySet().stream()
        .map(term -> String.format(Locale.ROOT, "%s %.4f", term.getKey(), term.getValue()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public synchronized void onLabelStatistics(int iteration, LabelStatistics seen) {
    line(
        "  labels of iteration %d: %.1f %% of cells positive%s, %.1f %% negative, %.1f related"
            + " clips%s",
        iteration,
        100 * seen.positiveShare(),
        right(seen.positivePrecision()),
        100 * seen.negativeShare(),
        seen.meanRelated(),
        right(seen.relationPrecision()));
  }

  private static String right(OptionalDouble precision) {
    return precision.isEmpty()
        ? ""
        : String.format(Locale.ROOT, " (%.0f %% of them right)", 100 * precision.getAsDouble());
  }

  @Override
  public synchronized void onScores(int iteration, List<EvaluationReport> reports) {
    for (EvaluationReport report : reports) {
      String scores =
          SHOWN.stream()
              .flatMap(metric -> report.estimate(metric).stream().map(e -> text(metric, e.value())))
              .collect(Collectors.joining(", "));
      line(
          "  iteration %d, %s, %s (n = %d): %s",
          iteration, report.split().label(), report.localizer(), report.n(), scores);
    }
  }

  private static String text(Metric metric, double value) {
    return String.format(Locale.ROOT, "%s %.1f %%", metric.title(), 100 * value);
  }

  private boolean isDue(boolean last) {
    long now = clock.getAsLong();
    if (!last && now - shown < PAUSE_NANOS) {
      return false;
    }
    shown = now;
    return true;
  }

  private void line(String format, Object... values) {
    long seconds = (clock.getAsLong() - started) / 1_000_000_000L;
    String text = String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "[%2d:%02d] %s%n", seconds / 60, seconds % 60, text);
    out.flush();
  }
}
