package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** FFmpeg's error numbers in words. */
final class FfmpegErrors {
  private static final int LONGEST = 128;

  private FfmpegErrors() {}

  static String text(int error) {
    byte[] bytes = new byte[LONGEST];
    av_strerror(error, bytes, bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)) + " (" + error + ")";
  }
}
