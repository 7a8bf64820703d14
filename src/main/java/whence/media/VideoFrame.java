package whence.media;

/**
 * One frame of a video.
 *
 * @param picture the frame, upright, without alpha
 * @param timeSeconds presentation time from the start of the stream, in seconds
 */
public record VideoFrame(Picture picture, double timeSeconds) {
  /**
   * Containers round stamps to a millisecond at the coarsest: half of one, and some for doubles.
   */
  static final double STAMP_SECONDS = 6e-4;

  /** Whether it starts at or before a time; a stamp that was rounded up is not late. */
  public boolean startsBy(double seconds) {
    return timeSeconds <= seconds + STAMP_SECONDS;
  }
}
