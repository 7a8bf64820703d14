package whence.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a video is, as lines in a terminal at most every few seconds. */
final class VideoLines {
  private static final long PAUSE_NANOS = 4_000_000_000L;

  private final PrintWriter out;
  private final LongSupplier clock;
  private long shown;

  VideoLines(PrintWriter out) {
    this(out, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  VideoLines(PrintWriter out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.shown = clock.getAsLong();
  }

  void at(String part, double seconds, double length) {
    long now = clock.getAsLong();
    if (now - shown >= PAUSE_NANOS) {
      shown = now;
      String of = length > 0 ? String.format(Locale.ROOT, " of %.0f", length) : "";
      out.printf(Locale.ROOT, "  %s: %.0f%s s of video%n", part, seconds, of);
      out.flush();
    }
  }
}
