package whence.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short video in memory.
 *
 * @param frames 1 to {@value #MOST_FRAMES} opaque pictures of one size, in order
 * @param framesPerSecond frames shown a second, above 0 to 60
 * @param sound from the first frame on; null for a silent video
 */
public record Video(List<Picture> frames, double framesPerSecond, @Nullable Waveform sound) {

  /** Most frames that are held in memory. */
  public static final int MOST_FRAMES = 600;

  /** Copies the list and checks numbers and sizes. */
  public Video {
    frames = List.copyOf(frames);
    if (frames.isEmpty() || frames.size() > MOST_FRAMES) {
      throw new MediaException(
          "Cannot make a video",
          frames.size() + " frames",
          "1 to " + MOST_FRAMES + " frames",
          "take a shorter part, or fewer frames a second");
    }
    if (!(framesPerSecond > 0 && framesPerSecond <= 60)) {
      throw new MediaException(
          "Cannot make a video",
          framesPerSecond + " frames a second",
          "above 0, at most 60",
          "use 10 to 25 frames a second");
    }
    long sizes = frames.stream().map(f -> f.width() + " x " + f.height()).distinct().count();
    if (sizes != 1) {
      throw new MediaException(
          "Cannot make a video",
          "frames of " + sizes + " sizes",
          "frames of one size",
          "scale them with PictureScaler.resize first");
    }
  }

  /** A silent video. */
  public static Video silent(List<Picture> frames, double framesPerSecond) {
    return new Video(frames, framesPerSecond, null);
  }

  /** The same with a sound. */
  public Video withSound(Waveform other) {
    return new Video(frames, framesPerSecond, other);
  }

  /** Length of the pictures in seconds. */
  public double durationSeconds() {
    return frames.size() / framesPerSecond;
  }

  /** Width in pixels. */
  public int width() {
    return frames.get(0).width();
  }

  /** Height in pixels. */
  public int height() {
    return frames.get(0).height();
  }
}
