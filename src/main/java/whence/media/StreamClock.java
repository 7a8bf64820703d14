package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Turns the time stamps of one stream into seconds from the start of the file. It holds numbers
 * only: a stream is gone when its file is opened anew.
 *
 * @param tickSeconds what the stream's stamps count
 * @param fileStartSeconds time stamp of the start of the file
 * @param startSeconds when the stream starts, which may be long after the file does
 * @param statedEndSeconds when it ends, by its start and the length it states; 0 if it states none
 */
record StreamClock(
    double tickSeconds, double fileStartSeconds, double startSeconds, double statedEndSeconds) {
  static StreamClock of(AVStream stream, double fileStartSeconds) {
    double tick = stream.time_base().num() / (double) stream.time_base().den();
    long first = stream.start_time();
    double start = first == AV_NOPTS_VALUE ? 0 : first * tick - fileStartSeconds;
    long duration = stream.duration();
    boolean stated = duration != AV_NOPTS_VALUE && duration > 0;
    return new StreamClock(tick, fileStartSeconds, start, stated ? start + duration * tick : 0);
  }

  /** A time stamp in seconds from the start of the file; NaN if there is none. */
  double seconds(long stamp) {
    return stamp == AV_NOPTS_VALUE ? Double.NaN : stamp * tickSeconds - fileStartSeconds;
  }

  /** A number of ticks in seconds. */
  double length(long ticks) {
    return ticks * tickSeconds;
  }
}
