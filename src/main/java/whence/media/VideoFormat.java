package whence.media;

/**
 * What a video is written as.
 *
 * @param width pixels, even, 16 to 3840
 * @param height pixels, even, 16 to 2160
 * @param framesPerSecond above 0, at most 120
 * @param sound what its sound is
 */
public record VideoFormat(int width, int height, double framesPerSecond, SoundFormat sound) {
  /** Bits a pixel: enough for heat maps over photographs. */
  private static final double BITS_A_PIXEL = 0.18;

  private static final int LEAST_BITS = 100_000;

  /**
   * Rate and channels of a sound.
   *
   * @param rateHz 8,000 to 96,000; 0 for no sound
   * @param channels 1 to 8; 0 for no sound
   */
  public record SoundFormat(int rateHz, int channels) {
    /** No sound. */
    public static final SoundFormat NONE = new SoundFormat(0, 0);
  }

  /** Checks ranges. */
  public VideoFormat {
    boolean even = width % 2 == 0 && height % 2 == 0;
    boolean sized = width >= 16 && width <= 3840 && height >= 16 && height <= 2160;
    if (!even || !sized || !(framesPerSecond > 0 && framesPerSecond <= 120)) {
      throw new MediaException(
          "Cannot write a video",
          "%d x %d pixels at %s frames a second".formatted(width, height, framesPerSecond),
          "even sides, 16 x 16 to 3840 x 2160, and at most 120 frames a second",
          "scale the frames first; H.264 stores colours for every second pixel");
    }
  }

  /** Bits a second of the pictures. */
  int bitRate() {
    double bits = BITS_A_PIXEL * width * height * framesPerSecond;
    return (int) Math.max(LEAST_BITS, Math.round(bits));
  }
}
