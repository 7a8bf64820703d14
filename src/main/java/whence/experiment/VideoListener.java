package whence.experiment;

/** Hears how far a video is. */
@FunctionalInterface
public interface VideoListener {
  /** Hears nothing. */
  VideoListener NONE = (part, seconds, length) -> {};

  /**
   * Called now and then.
   *
   * @param part what is being done, such as {@code looking}
   * @param seconds how far in the video
   * @param length of the video, seconds; 0 if unknown
   */
  void at(String part, double seconds, double length);
}
