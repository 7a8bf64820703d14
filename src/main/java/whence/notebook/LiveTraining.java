package whence.notebook;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import whence.figure.FigureSize;
import whence.figure.Plot;
import whence.media.Picture;
import whence.model.DualEncoder;
import whence.train.EpochReport;
import whence.train.LossHistory;
import whence.train.StepReport;
import whence.train.TrainingInterrupted;
import whence.train.TrainingListener;
import whence.train.TrainingSession;

/**
 * Training as one output that is updated in place: a bar with the time left, every loss term as a
 * curve that grows, and the maps of a few fixed clips, drawn anew after each epoch.
 *
 * <p>The kernel's interrupt stops it after the batch under way. That is no error: the output says
 * so, the session stays usable, and the next cell, or the same once more, goes on from there.
 */
public final class LiveTraining implements TrainingListener {
  private static final long PAUSE_NANOS = 500_000_000L;
  private static final double NANOS = 1e9;
  private static final FigureSize CURVES = new FigureSize(120, 46, 110);

  private final LossHistory history;
  private final WatchedClips watched;
  private final int epochs;
  private final Consumer<CellOutput> display;
  private final LongSupplier clock;
  private final long started;
  private long shown = Long.MIN_VALUE;
  private int firstEpoch = -1;
  private double share;
  private String line = "";
  private String curves = "";
  private String maps = "";

  LiveTraining(
      LossHistory history,
      WatchedClips watched,
      int epochs,
      Consumer<CellOutput> display,
      LongSupplier clock) {
    this.history = history;
    this.watched = watched;
    this.epochs = epochs;
    this.display = display;
    this.clock = clock;
    this.started = clock.getAsLong();
  }

  /**
   * Trains a session some epochs further and shows it.
   *
   * @param session goes on in its iteration
   * @param epochs how many more, at least 1
   * @param watched clips whose maps are shown
   * @param display puts an output in place of the one before
   */
  public static void run(
      TrainingSession session, int epochs, WatchedClips watched, Consumer<CellOutput> display) {
    LiveTraining live =
        new LiveTraining(session.history(), watched, epochs, display, System::nanoTime);
    try {
      session.train(epochs, live);
      live.end("done");
    } catch (TrainingInterrupted e) {
      live.end(
          String.format(
              Locale.ROOT,
              "interrupted in epoch %d after a whole batch; the network keeps what it has learned:"
                  + " use it, or run the cell again to go on",
              session.epochsDone() + 1));
    } catch (RuntimeException e) {
      live.end("stopped by an error");
      throw e;
    }
  }

  @Override
  public void onNetwork(DualEncoder network) {
    Picture picture = watched.draw(network);
    maps = picture == null ? "" : "<div>" + Html.image(picture, watched.toString()) + "</div>";
    show("");
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    if (firstEpoch < 0) {
      firstEpoch = progress.epoch();
    }
    double within = (progress.step() + 1.0) / progress.steps();
    share = Math.min(1, (progress.epoch() - firstEpoch + within) / epochs);
    line =
        String.format(
            Locale.ROOT,
            "iteration %d, epoch %d of %d, %s",
            progress.iteration(),
            progress.epoch() + 1,
            progress.epochs(),
            TrainingProgress.terms(report.terms()));
    if (clock.getAsLong() - shown >= PAUSE_NANOS) {
      curves = drawCurves();
      show("");
    }
  }

  @Override
  public void onEpoch(EpochReport report) {
    line =
        String.format(
            Locale.ROOT,
            "iteration %d, epoch %d done, %s",
            report.iteration(),
            report.epoch() + 1,
            TrainingProgress.terms(report.terms()));
    curves = drawCurves();
    show("");
  }

  private void end(String how) {
    curves = drawCurves();
    show(how);
  }

  private void show(String end) {
    long now = clock.getAsLong();
    shown = now;
    double seconds = (now - started) / NANOS;
    String left =
        end.isEmpty() && share > 0 && share < 1
            ? ", " + LiveProgress.time(seconds * (1 - share) / share) + " left"
            : "";
    String text =
        String.format(
                Locale.ROOT,
                "training: %3.0f %%  %s%s  %s",
                100 * share,
                LiveProgress.time(seconds),
                left,
                line)
            + (end.isEmpty() ? "" : "; " + end);
    display.accept(CellOutput.html(LiveProgress.bar(share, text) + curves + maps, text));
  }

  private String drawCurves() {
    Plot plot = Plot.of("Loss terms", "epochs, all iterations", "nats");
    for (String term : history.terms()) {
      plot = plot.line(term, history.epochs(), history.values(term));
    }
    Picture picture = Html.onScreen(plot.figure(CURVES));
    return "<div>" + Html.image(picture, "loss terms over epochs") + "</div>";
  }
}
