package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Turns the time stamps of one stream into seconds from the start of the file. It holds numbers
 * only: a stream is gone when its file is opened anew.
 *
 * @param tickSeconds what the stream's stamps count
 * @param fileStartSeconds time stamp of the start of the file
 * @param statedSeconds length that the stream states, 0 if it does not
 */
record StreamClock(double tickSeconds, double fileStartSeconds, double statedSeconds) {
  static StreamClock of(AVStream stream, double fileStartSeconds) {
    double tick = stream.time_base().num() / (double) stream.time_base().den();
    long duration = stream.duration();
    double stated = duration == AV_NOPTS_VALUE ? 0 : Math.max(0, duration * tick);
    return new StreamClock(tick, fileStartSeconds, stated);
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
