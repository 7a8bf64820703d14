package whence.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a video file, made small enough to be looked at in a page: at most {@value
 * #MOST_SECONDS} s, {@value #FRAMES_PER_SECOND} frames a second, {@value #LONGEST_SIDE} pixels on
 * the longer side.
 */
public final class VideoExcerpt {
  /** Longest part in seconds. */
  public static final int MOST_SECONDS = 20;

  /** Frames a second of every excerpt. */
  public static final int FRAMES_PER_SECOND = 12;

  /** Pixels of the longer side; smaller videos keep their size. */
  public static final int LONGEST_SIDE = 320;

  private static final int SOUND_HZ = 16_000;

  private VideoExcerpt() {}

  /**
   * Reads a part; frames are the latest at each twelfth of a second.
   *
   * @param file a video
   * @param fromSeconds start, at least 0
   * @param seconds length, above 0 to {@value #MOST_SECONDS}; cut at the video's end
   * @throws MediaException if the file is no video, or there is no frame from {@code fromSeconds}
   *     on
   */
  public static Video read(Path file, double fromSeconds, double seconds) {
    if (!(fromSeconds >= 0 && seconds > 0 && seconds <= MOST_SECONDS)) {
      throw new MediaException(
          "Cannot take a part of the video " + file,
          seconds + " s from " + fromSeconds + " s on",
          "0 to " + MOST_SECONDS + " s, from 0 s or later",
          "show a long video in parts of at most " + MOST_SECONDS + " s");
    }
    try (VideoReader reader = VideoReader.open(file)) {
      reader.skipTo(fromSeconds);
      List<Picture> frames = frames(reader, fromSeconds, seconds);
      if (frames.isEmpty()) {
        throw new MediaException(
            "Cannot take a part of the video " + file,
            "no frame from " + fromSeconds + " s on",
            "a start before its end, at " + reader.durationSeconds() + " s",
            "choose an earlier start");
      }
      Video video = Video.silent(frames, FRAMES_PER_SECOND);
      if (!reader.hasSound()) {
        return video;
      }
      Waveform sound = sound(file, fromSeconds, video);
      return sound.samples().length == 0 ? video : video.withSound(sound);
    }
  }

  private static List<Picture> frames(VideoReader reader, double from, double seconds) {
    int most = (int) Math.ceil(seconds * FRAMES_PER_SECOND - 1e-9);
    List<Picture> frames = new ArrayList<>();
    VideoFrame frame = reader.next();
    while (frame != null && frames.size() < most) {
      VideoFrame next = reader.next();
      double end = frame.timeSeconds() + 1.0 / FRAMES_PER_SECOND;
      Picture small = null;
      while (frames.size() < most
          && isShown(next, end, from + frames.size() / (double) FRAMES_PER_SECOND)) {
        small = small == null ? small(frame.picture()) : small;
        frames.add(small);
      }
      frame = next;
    }
    return frames;
  }

  /** Whether the frame before {@code next} is shown at a time; the last one until its end. */
  private static boolean isShown(@Nullable VideoFrame next, double end, double at) {
    return next == null ? at < end : !next.startsBy(at);
  }

  private static Picture small(Picture picture) {
    int longest = Math.max(picture.width(), picture.height());
    double scale = Math.min(1, LONGEST_SIDE / (double) longest);
    return PictureScaler.resize(
        picture,
        Math.max(1, (int) Math.round(scale * picture.width())),
        Math.max(1, (int) Math.round(scale * picture.height())));
  }

  private static Waveform sound(Path file, double from, Video video) {
    float[] all = VideoReader.readSound(file, SOUND_HZ).samples();
    int start = (int) Math.min(all.length, Math.round(from * SOUND_HZ));
    long end = start + Math.round(video.durationSeconds() * SOUND_HZ);
    return new Waveform(Arrays.copyOfRange(all, start, (int) Math.min(all.length, end)), SOUND_HZ);
  }
}
