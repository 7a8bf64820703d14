package whence.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Copies the packets of a file into another one, as no encoder here would write it. */
public final class TestRemux {
  private final int lateType;
  private final double lateSeconds;
  private final AVFormatContext in = new AVFormatContext(null);
  private final AVFormatContext out = new AVFormatContext(null);
  private final AVDictionary options = new AVDictionary(null);

  private TestRemux(int lateType, double lateSeconds) {
    this.lateType = lateType;
    this.lateSeconds = lateSeconds;
  }

  /** Matroska as it is sent live: nobody states a length, and there is no index. */
  static Path live(Path from, Path to) {
    TestRemux remux = new TestRemux(AVMEDIA_TYPE_UNKNOWN, 0);
    av_dict_set(remux.options, "live", "1", 0);
    return remux.write(from, to);
  }

  /** With the streams of a media type ({@code AVMEDIA_TYPE_...}) some seconds later. */
  public static Path later(int mediaType, double seconds, Path from, Path to) {
    return new TestRemux(mediaType, seconds).write(from, to);
  }

  private Path write(Path from, Path to) {
    SoundDecoder.quiet();
    check(avformat_open_input(in, from.toString(), (AVInputFormat) null, (AVDictionary) null));
    check(avformat_find_stream_info(in, (AVDictionary) null));
    check(avformat_alloc_output_context2(out, null, null, to.toString()));
    for (int i = 0; i < in.nb_streams(); i++) {
      AVStream stream = avformat_new_stream(out, null);
      check(avcodec_parameters_copy(stream.codecpar(), in.streams(i).codecpar()));
      stream.codecpar().codec_tag(0);
      stream.avg_frame_rate(in.streams(i).avg_frame_rate());
    }
    AVIOContext file = new AVIOContext(null);
    check(avio_open(file, to.toString(), AVIO_FLAG_WRITE));
    out.pb(file);
    check(avformat_write_header(out, options));
    copy();
    check(av_write_trailer(out));
    avio_closep(file);
    avformat_free_context(out);
    avformat_close_input(in);
    av_dict_free(options);
    return to;
  }

  private void copy() {
    AVPacket packet = av_packet_alloc();
    while (av_read_frame(in, packet) >= 0) {
      AVStream source = in.streams(packet.stream_index());
      if (source.codecpar().codec_type() == lateType) {
        double tick = source.time_base().num() / (double) source.time_base().den();
        long ticks = Math.round(lateSeconds / tick);
        packet.pts(packet.pts() + ticks);
        packet.dts(packet.dts() + ticks);
      }
      AVStream target = out.streams(packet.stream_index());
      av_packet_rescale_ts(packet, source.time_base(), target.time_base());
      packet.pos(-1);
      check(av_interleaved_write_frame(out, packet));
    }
    av_packet_free(packet);
  }

  private static void check(int error) {
    if (error < 0) {
      throw new IllegalStateException(FfmpegErrors.text(error));
    }
  }
}
