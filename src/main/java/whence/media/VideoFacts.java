package whence.media;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * What a video file states about itself.
 *
 * @param codedWidth width in pixels before rotation
 * @param codedHeight height in pixels before rotation
 * @param framesPerSecond average frame rate
 * @param startSeconds time stamp of the start of the file
 * @param durationSeconds length of the file, 0 if unknown
 * @param videoStreamSeconds length of the video stream, 0 if unknown
 * @param rotation how to turn frames upright
 * @param hasSound whether there is a sound stream
 */
record VideoFacts(
    int codedWidth,
    int codedHeight,
    double framesPerSecond,
    double startSeconds,
    double durationSeconds,
    double videoStreamSeconds,
    Rotation rotation,
    boolean hasSound) {

  /** Asks a started grabber. */
  static VideoFacts of(Path file, FFmpegFrameGrabber grabber) {
    int width = grabber.getImageWidth();
    int height = grabber.getImageHeight();
    if (!grabber.hasVideo() || width < 1 || height < 1) {
      throw new MediaException(
          "Cannot open the video " + file,
          "no video stream",
          "a file with at least one video stream",
          "choose another file; a sound alone shows nothing");
    }
    requirePixels(file, width, height);
    long start = grabber.getFormatContext().start_time();
    return new VideoFacts(
        width,
        height,
        grabber.getVideoFrameRate(),
        start == avutil.AV_NOPTS_VALUE ? 0 : start / 1e6,
        Math.max(0, grabber.getLengthInTime() / 1e6),
        StreamLength.seconds(grabber, avutil.AVMEDIA_TYPE_VIDEO),
        Rotation.ofDegrees(file, grabber.getDisplayRotation()),
        grabber.hasAudio());
  }

  /** The same with frames scaled down to a longest side, if they are larger. */
  VideoFacts within(int longestSide) {
    double scale = Math.min(1, longestSide / (double) Math.max(codedWidth, codedHeight));
    return new VideoFacts(
        Math.max(1, (int) Math.round(scale * codedWidth)),
        Math.max(1, (int) Math.round(scale * codedHeight)),
        framesPerSecond,
        startSeconds,
        durationSeconds,
        videoStreamSeconds,
        rotation,
        hasSound);
  }

  /** Refuses frames that would fill the memory. */
  static void requirePixels(Path file, int width, int height) {
    if ((long) width * height > PictureFormat.MOST_PIXELS) {
      throw new MediaException(
          "Cannot open the video " + file,
          "frames of " + width + " x " + height + " pixels",
          "at most 100 megapixels",
          "scale it down first");
    }
  }
}
