package whence.notebook;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import whence.WhenceException;

/**
 * Progress of long work as one output that is updated in place, at most a few times a second.
 *
 * <p>In a browser it is a bar; the runner in a terminal prints the text form. Nothing is kept but
 * the last state, so a saved notebook holds one line. Not safe for use by several threads.
 */
public final class LiveProgress implements AutoCloseable {
  /** Least time between two updates that are shown, in nanoseconds. */
  private static final long PAUSE_NANOS = 250_000_000L;

  private static final double NANOS = 1e9;

  private final Consumer<CellOutput> display;
  private final LongSupplier clock;
  private final String title;
  private final long started;
  private long shown;
  private String line = "";
  private double share;

  /**
   * Starts the clock and shows the empty bar.
   *
   * @param title what is being done
   * @param display puts an output in place of the one before
   */
  public LiveProgress(String title, Consumer<CellOutput> display) {
    this(title, display, System::nanoTime);
  }

  LiveProgress(String title, Consumer<CellOutput> display, LongSupplier clock) {
    this.title = title;
    this.display = display;
    this.clock = clock;
    this.started = clock.getAsLong();
    show(started);
  }

  /**
   * Tells how far the work has come. Shown unless the last one was a moment ago.
   *
   * @param done share of the work done, in [0, 1]
   * @param text what stands behind the bar, such as the loss terms
   */
  public void update(double done, String text) {
    if (!(done >= 0 && done <= 1)) {
      throw new WhenceException(
          "Cannot show the progress of " + title,
          "a share of " + done,
          "a share in [0, 1]",
          "divide what is done by all there is to do");
    }
    share = done;
    line = text;
    long now = clock.getAsLong();
    if (now - shown >= PAUSE_NANOS) {
      show(now);
    }
  }

  /** Shows the last state, however long ago the one before was. */
  @Override
  public void close() {
    show(clock.getAsLong());
  }

  private void show(long now) {
    shown = now;
    double seconds = (now - started) / NANOS;
    String left =
        share > 0 && share < 1 ? ", " + time(seconds * (1 - share) / share) + " left" : "";
    String text =
        String.format(Locale.ROOT, "%s: %3.0f %%  %s%s", title, 100 * share, time(seconds), left)
            + (line.isEmpty() ? "" : "  " + line);
    display.accept(CellOutput.html(bar(share, text), text));
  }

  /** A bar with a line of text behind it. */
  static String bar(double share, String text) {
    return "<progress max=\"1\" value=\""
        + String.format(Locale.ROOT, "%.4f", share)
        + "\"></progress> <code>"
        + CellOutput.escape(text)
        + "</code>";
  }

  /** Minutes and seconds, such as 3:05. */
  static String time(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
