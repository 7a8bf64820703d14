package whence.experiment;

import java.time.Instant;
import whence.WhenceException;

/**
 * From when to when something was computed.
 *
 * @param started UTC
 * @param finished UTC, not before {@code started}
 */
public record Span(Instant started, Instant finished) {
  /** Checks the order. */
  public Span {
    if (finished.isBefore(started)) {
      throw new WhenceException(
          "Cannot note a time span",
          "finished " + finished + ", started " + started,
          "finished at or after started",
          "check the order of the two, and whether the clock was set back");
    }
  }
}
