package whence.notebook;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
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

  private final String title;
  private final LossHistory history;
  private final WatchedClips watched;
  private final ToDoubleFunction<Progress> share;
  private final Consumer<CellOutput> display;
  private final LongSupplier clock;
  private final long started;
  private long shown;
  private double done;
  private String line = "";
  private String curves = "";
  private String maps = "";

  /**
   * Listens to a training.
   *
   * @param title what is being trained
   * @param history is told of each step before this
   * @param watched clips whose maps are shown
   * @param share share of the work done after a step, in [0, 1]
   * @param display puts an output in place of the one before
   * @param clock nanoseconds
   */
  LiveTraining(
      String title,
      LossHistory history,
      WatchedClips watched,
      ToDoubleFunction<Progress> share,
      Consumer<CellOutput> display,
      LongSupplier clock) {
    this.title = title;
    this.history = history;
    this.watched = watched;
    this.share = share;
    this.display = display;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.shown = started - PAUSE_NANOS;
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
    int before = session.epochsDone();
    LiveTraining live =
        new LiveTraining(
            "training",
            session.history(),
            watched,
            p -> (p.epoch() - before + within(p)) / epochs,
            display,
            System::nanoTime);
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
    done = Math.max(0, Math.min(1, share.applyAsDouble(progress)));
    line =
        String.format(
            Locale.ROOT,
            "iteration %d, epoch %d of %d, %s",
            progress.iteration(),
            progress.epoch() + 1,
            progress.epochs(),
            terms(report.terms()));
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
            terms(report.terms()));
    curves = drawCurves();
    show("");
  }

  /** The share of an epoch that is done after a step. */
  static double within(Progress progress) {
    return (progress.step() + 1.0) / progress.steps();
  }

  /** Every term by name, such as {@code loss 1.234 quiet 0.012}. */
  static String terms(Map<String, Double> terms) {
    StringJoiner text = new StringJoiner("  ");
    terms.forEach((name, value) -> text.add(name + String.format(Locale.ROOT, " %.3f", value)));
    return text.toString();
  }

  /** Shows the last state, and how it ended where there is something to say. */
  void end(String how) {
    curves = drawCurves();
    show(how);
  }

  private void show(String end) {
    long now = clock.getAsLong();
    shown = now;
    double seconds = (now - started) / NANOS;
    String left =
        end.isEmpty() && done > 0 && done < 1
            ? ", " + LiveProgress.time(seconds * (1 - done) / done) + " left"
            : "";
    String text =
        String.format(
            Locale.ROOT,
            "%s: %3.0f %%  %s%s  %s",
            title,
            100 * done,
            LiveProgress.time(seconds),
            left,
            end.isEmpty() ? line : line + "; " + end);
    display.accept(CellOutput.html(LiveProgress.bar(done, text) + curves + maps, text));
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
