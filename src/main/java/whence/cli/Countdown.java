package whence.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far something is, as lines in a terminal at most every few seconds, with what is left. */
final class Countdown {
  private static final long PAUSE_NANOS = 4_000_000_000L;

  private final PrintWriter out;
  private final String unit;
  private final LongSupplier clock;
  private final long started;
  private long shown;

  Countdown(PrintWriter out, String unit) {
    this(out, unit, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  Countdown(PrintWriter out, String unit, LongSupplier clock) {
    this.out = out;
    this.unit = unit;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.shown = started;
  }

  void done(int done, int total) {
    long now = clock.getAsLong();
    if (done < total && now - shown < PAUSE_NANOS) {
      return;
    }
    shown = now;
    double seconds = (now - started) * 1e-9;
    double left = seconds / done * (total - done);
    out.printf(
        Locale.ROOT,
        "  %d of %d %s, %.1f a second, %.0f s left%n",
        done,
        total,
        unit,
        done / seconds,
        left);
    out.flush();
  }
}
