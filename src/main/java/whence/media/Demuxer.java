package whence.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * An opened media file: its streams and their packets, from any time on. Seconds count from the
 * start of the file. Owns native memory: close it. For one thread.
 */
final class Demuxer implements AutoCloseable {
  private static final double MICROS = 1e6;

  private final Path file;
  private final double startSeconds;
  private AVFormatContext context;
  private final AVPacket packet = av_packet_alloc();
  private int rewinds;

  private Demuxer(Path file, AVFormatContext context) {
    long start = context.start_time();
    this.file = file;
    this.context = context;
    this.startSeconds = start == AV_NOPTS_VALUE ? 0 : start / MICROS;
  }

  /**
   * Opens a file and looks at its streams.
   *
   * @throws MediaException if it is missing, empty, or no media file
   */
  static Demuxer open(Path file) {
    MediaFiles.requireContents(file);
    return new Demuxer(file, context(file));
  }

  private static AVFormatContext context(Path file) {
    SoundDecoder.quiet();
    AVFormatContext context = new AVFormatContext(null);
    AVDictionary options = new AVDictionary(null);
    // The prefix keeps a colon in the name from naming a protocol; a playlist opens no network.
    String name = "file:" + file.toAbsolutePath();
    try (BytePointer url = new BytePointer(name, StandardCharsets.UTF_8)) {
      av_dict_set(options, "protocol_whitelist", "file", 0);
      int error = avformat_open_input(context, url, null, options);
      error = error < 0 ? error : avformat_find_stream_info(context, (AVDictionary) null);
      if (error < 0) {
        avformat_close_input(context);
        throw new MediaException(
            "Cannot open the media file " + file,
            "FFmpeg says: " + FfmpegErrors.text(error),
            "a video or sound file, such as MP4, WebM or MKV",
            "play it in a media player; if that fails too, fetch it again");
      }
      return context;
    } finally {
      av_dict_free(options);
    }
  }

  Path file() {
    return file;
  }

  /** The first stream of a media type ({@code AVMEDIA_TYPE_...}); a cover picture is none. */
  @Nullable AVStream stream(int mediaType) {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (stream.codecpar().codec_type() == mediaType && !cover) {
        return stream;
      }
    }
    return null;
  }

  /** Length in seconds as the file states or FFmpeg estimates it; 0 if unknown. */
  double durationSeconds() {
    long duration = context.duration();
    return duration == AV_NOPTS_VALUE ? 0 : Math.max(0, duration / MICROS);
  }

  /** The time stamp of the start of the file, in seconds. */
  double startSeconds() {
    return startSeconds;
  }

  /** How often it had to go back to the start by opening the file anew. */
  int rewinds() {
    return rewinds;
  }

  /** From now on only packets of the stream of an index are read. */
  void only(int index) {
    for (int i = 0; i < context.nb_streams(); i++) {
      context.streams(i).discard(i == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
    }
  }

  /**
   * Goes to the last key frame at or before a time; to the start where the file cannot be searched.
   * Pictures lead where there are any: many files have an index of them alone. FFmpeg would follow
   * the stream that was read last, so which one is read has to be said again.
   */
  void seek(double seconds) {
    AVStream pictures = stream(AVMEDIA_TYPE_VIDEO);
    if (pictures != null) {
      only(pictures.index());
    }
    long stamp = Math.round((seconds + startSeconds) * MICROS);
    if (avformat_seek_file(context, -1, Long.MIN_VALUE, stamp, stamp, AVSEEK_FLAG_BACKWARD) < 0) {
      rewind();
    }
  }

  /**
   * Goes to the start, whatever the file's index says. It costs the opening of the file, and the
   * streams it gave before are gone.
   */
  void rewind() {
    rewinds++;
    avformat_close_input(context);
    context = context(file);
  }

  /**
   * The next packet of a stream, valid until the next call; null at the end.
   *
   * @throws MediaException if the file cannot be read on
   */
  @Nullable AVPacket next(int index) {
    while (true) {
      av_packet_unref(packet);
      int error = av_read_frame(context, packet);
      if (error == AVERROR_EOF) {
        return null;
      }
      if (error < 0) {
        throw new MediaException(
            "Cannot read on in " + file,
            "FFmpeg says: " + FfmpegErrors.text(error),
            "a complete file",
            "fetch it again; it was cut short or changed on the way");
      }
      if (packet.stream_index() == index) {
        return packet;
      }
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avformat_close_input(context);
  }
}
