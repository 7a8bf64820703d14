package whence.media;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;

/**
 * Reads a video a frame at a time, by FFmpeg; at most one frame is held in memory.
 *
 * <ul>
 *   <li>Frames come upright: rotation by a multiple of 90 degrees in the metadata is applied; any
 *       other angle is refused.
 *   <li>Times count from the start of the file, in seconds, and never fall.
 *   <li>The sound is read apart, by {@link #readSound}; {@link #hasSound} says whether there is
 *       any.
 *   <li>A video that stops more than a second and a tenth before the length its video stream states
 *       is refused at its end as cut short.
 *   <li>Damage within is passed over as FFmpeg does: a lost frame is not given, and a frame that
 *       was made up is not told from others. {@link RandomAccessVideo} refuses both.
 * </ul>
 *
 * <p>Not for use by several threads. Must be closed.
 */
public final class VideoReader implements AutoCloseable {
  private final Path file;
  private final FFmpegFrameGrabber grabber;
  private final VideoFacts facts;
  private double lastSeconds;
  private boolean anyFrame;

  private VideoReader(Path file, FFmpegFrameGrabber grabber, VideoFacts facts) {
    this.file = file;
    this.grabber = grabber;
    this.facts = facts;
  }

  /**
   * Opens a video.
   *
   * @throws MediaException if it is missing, empty, not a video, without a picture stream, or its
   *     frames exceed 100 megapixels
   */
  public static VideoReader open(Path file) {
    return open(file, Integer.MAX_VALUE);
  }

  /**
   * Opens a video whose frames are wanted smaller.
   *
   * @param longestSide pixels; larger frames are scaled down to it, smaller ones keep their size
   * @throws MediaException as {@link #open(Path)}
   */
  public static VideoReader open(Path file, int longestSide) {
    FFmpegFrameGrabber grabber = grabber(file);
    try {
      grabber.setImageMode(FrameGrabber.ImageMode.COLOR);
      grabber.start();
      VideoFacts facts = VideoFacts.of(file, grabber);
      VideoFacts wanted = facts.within(longestSide);
      grabber.setImageWidth(wanted.codedWidth());
      grabber.setImageHeight(wanted.codedHeight());
      return new VideoReader(file, grabber, facts);
    } catch (FrameGrabber.Exception e) {
      release(grabber);
      throw new MediaException(
          "Cannot open the video " + file,
          "FFmpeg says: " + e.getMessage(),
          "a video file, such as MP4, WebM or MKV",
          "play it in a media player; if that fails too, fetch it again",
          e);
    } catch (MediaException e) {
      release(grabber);
      throw e;
    }
  }

  /**
   * Reads the whole sound of a video, mono, as {@link SoundCodec#read} does; sample 0 is the first
   * sample of the sound stream.
   *
   * @throws MediaException if the file has no sound stream or it cannot be decoded
   */
  public static Waveform readSound(Path file, int sampleRateHz) {
    SoundCodec.checkRate(sampleRateHz);
    return SoundDecoder.decode(grabber(file), file.toString(), sampleRateHz);
  }

  /**
   * The next frame, or null after the last one.
   *
   * @throws MediaException if no frame can be decoded, or the video ends too early
   */
  public @Nullable VideoFrame next() {
    try {
      Frame frame = grabber.grabImage();
      if (frame == null) {
        checkEnd();
        return null;
      }
      anyFrame = true;
      double seconds = frame.timestamp / 1e6 - facts.startSeconds();
      lastSeconds = Math.max(lastSeconds, seconds);
      return new VideoFrame(facts.rotation().apply(picture(frame)), lastSeconds);
    } catch (FrameGrabber.Exception e) {
      throw new MediaException(
          "Cannot decode the video stream of " + file,
          "after " + lastSeconds + " s, FFmpeg says: " + e.getMessage(),
          "a complete video",
          "fetch it again, or convert it with a media tool",
          e);
    }
  }

  /**
   * Goes on from a time, so that {@link #next} gives the first frame at or after it.
   *
   * @param seconds from the start of the file, at least 0
   * @throws MediaException if the file cannot be searched
   */
  public void skipTo(double seconds) {
    if (seconds <= 0) {
      return;
    }
    try {
      grabber.setVideoTimestamp(Math.round((seconds + facts.startSeconds()) * 1e6));
      lastSeconds = Math.min(seconds, facts.durationSeconds());
      anyFrame = true;
    } catch (FrameGrabber.Exception e) {
      throw new MediaException(
          "Cannot go to " + seconds + " s in the video " + file,
          "FFmpeg says: " + e.getMessage(),
          "a video that can be searched",
          "convert it to MP4 with a media tool",
          e);
    }
  }

  /** Length in seconds as the file states it; 0 if it does not. */
  public double durationSeconds() {
    return facts.durationSeconds();
  }

  /** Frames a second, on average, as the file states it. */
  public double framesPerSecond() {
    return facts.framesPerSecond();
  }

  /** Width of the video's upright frames in pixels; those given may be wanted smaller. */
  public int width() {
    return facts.rotation().swapsSides() ? facts.codedHeight() : facts.codedWidth();
  }

  /** Height of the video's upright frames in pixels; those given may be wanted smaller. */
  public int height() {
    return facts.rotation().swapsSides() ? facts.codedWidth() : facts.codedHeight();
  }

  /** Whether the file has a sound stream. */
  public boolean hasSound() {
    return facts.hasSound();
  }

  @Override
  public void close() {
    release(grabber);
  }

  private void checkEnd() {
    double stated = facts.videoStreamSeconds();
    if (!anyFrame || lastSeconds + 1 < 0.9 * stated) {
      throw new MediaException(
          "Cannot decode the video stream of " + file,
          anyFrame ? "it ends after " + lastSeconds + " s" : "not a single whole frame",
          anyFrame ? stated + " s, as the file states" : "at least one frame",
          "fetch it again; it was cut short or changed on the way");
    }
  }

  private static Picture picture(Frame frame) {
    ByteBuffer image = (ByteBuffer) frame.image[0];
    int row = 3 * frame.imageWidth;
    byte[] bgr = new byte[row * frame.imageHeight];
    for (int y = 0; y < frame.imageHeight; y++) {
      image.get(y * frame.imageStride, bgr, y * row, row);
    }
    return Interleaved.picture(frame.imageWidth, frame.imageHeight, 3, bgr);
  }

  private static FFmpegFrameGrabber grabber(Path file) {
    MediaFiles.requireContents(file);
    SoundDecoder.quiet();
    return new FFmpegFrameGrabber(file.toFile());
  }

  private static void release(FFmpegFrameGrabber grabber) {
    try {
      grabber.release();
    } catch (FrameGrabber.Exception e) {
      throw new IllegalStateException("FFmpeg could not release a video", e);
    }
  }
}
