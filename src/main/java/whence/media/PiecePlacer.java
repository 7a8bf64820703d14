package whence.media;

/**
 * Places pieces of sound by their time stamps, as a player would: a gap between two pieces is
 * silence, what two of them say is heard once. Stamps are rounded by most containers, so pieces
 * less than {@value #JITTER_SECONDS} s apart are taken as joined.
 */
final class PiecePlacer {
  private static final double JITTER_SECONDS = 0.05;

  private final int rateHz;
  private long next;
  private long joined = Long.MIN_VALUE;

  /**
   * Begins.
   *
   * @param rateHz of the pieces
   * @param first number of the first sample wanted, from the start of the file
   */
  PiecePlacer(int rateHz, long first) {
    this.rateHz = rateHz;
    this.next = first;
  }

  /**
   * Where a piece goes.
   *
   * @param silence samples of silence before it
   * @param skip samples of it that are left out at its start
   * @param take samples of it that are wanted after those
   */
  record Place(long silence, int skip, int take) {}

  /**
   * Places the next piece.
   *
   * @param seconds when it starts; NaN for right after the piece before
   * @param length samples
   * @param end number of the sample that nothing is wanted from on
   */
  Place place(double seconds, int length, long end) {
    boolean first = joined == Long.MIN_VALUE;
    long at = Double.isNaN(seconds) ? (first ? next : joined) : Math.round(seconds * rateHz);
    if (!first && Math.abs(at - joined) <= JITTER_SECONDS * rateHz) {
      at = joined;
    }
    joined = at + length;
    long silence = Math.max(0, Math.min(at, end) - next);
    int skip = (int) Math.max(0, Math.min(length, next + silence - at));
    int take = (int) Math.max(0, Math.min(length, end - at) - skip);
    next += silence + take;
    return new Place(silence, skip, take);
  }

  /** Number of the sample after the last one placed. */
  long next() {
    return next;
  }

  int rateHz() {
    return rateHz;
  }
}
