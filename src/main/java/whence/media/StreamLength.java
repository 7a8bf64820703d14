package whence.media;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** Asks a started grabber how long a stream says it is. */
final class StreamLength {
  private StreamLength() {}

  /**
   * Seconds of the first stream of a media type ({@code AVMEDIA_TYPE_...}), 0 if it does not say.
   */
  static double seconds(FFmpegFrameGrabber grabber, int mediaType) {
    AVFormatContext context = grabber.getFormatContext();
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() == mediaType) {
        AVRational unit = stream.time_base();
        boolean known = stream.duration() != avutil.AV_NOPTS_VALUE && unit.den() > 0;
        return known ? stream.duration() * (double) unit.num() / unit.den() : 0;
      }
    }
    return 0;
  }
}
