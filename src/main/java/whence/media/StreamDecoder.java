package whence.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one stream of a file from any time on, and notes damage met since the last key frame:
 * FFmpeg goes on over it and makes up what is missing.
 *
 * <p>Decodes on the calling thread, so that memory is bounded by the stream's reference frames.
 * Owns native memory: close it before its demuxer.
 */
final class StreamDecoder implements AutoCloseable {
  private static final double SLACK_SECONDS = 1;

  private final Demuxer demuxer;
  private final int mediaType;
  private final AVCodecContext codec;
  private final AVFrame frame = av_frame_alloc();
  private final StreamClock clock;
  private final int index;
  private final boolean hidesPackets;
  private double endSeconds = Double.NaN; // until it is asked for

  private final PacketLedger ledger = new PacketLedger();
  private boolean draining;
  private boolean damaged;

  private StreamDecoder(Demuxer demuxer, int mediaType, AVStream stream, AVCodecContext codec) {
    this.demuxer = demuxer;
    this.mediaType = mediaType;
    this.codec = codec;
    this.clock = StreamClock.of(stream, demuxer.startSeconds());
    this.index = stream.index();
    this.hidesPackets = stream.codecpar().codec_id() == AV_CODEC_ID_VP8;
  }

  /**
   * A decoder of the first stream of a media type, or null if there is none.
   *
   * @throws MediaException if FFmpeg has no decoder for it
   */
  static @Nullable StreamDecoder of(Demuxer demuxer, int mediaType) {
    AVStream stream = demuxer.stream(mediaType);
    if (stream == null) {
      return null;
    }
    AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.pkt_timebase(stream.time_base());
    codec.thread_count(1);
    if (decoder == null || avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      avcodec_free_context(codec);
      throw new MediaException(
          "Cannot decode a stream of " + demuxer.file(),
          "codec number " + stream.codecpar().codec_id(),
          "a codec that FFmpeg can decode, such as H.264, VP9, AAC or Opus",
          "convert it with a media tool");
    }
    return new StreamDecoder(demuxer, mediaType, stream, codec);
  }

  /**
   * The stream of the file as it is open now. It is not to be kept: another decoder of the file may
   * have it opened anew.
   */
  AVStream stream() {
    AVStream stream = demuxer.stream(mediaType);
    if (stream == null || stream.index() != index) {
      throw new MediaException(
          "Cannot decode a stream of " + demuxer.file(),
          "a file that changed while it was read",
          "the same streams each time",
          "wait until it is complete");
    }
    return stream;
  }

  /** Goes on from the last key frame at or before a time. */
  void seek(double seconds) {
    demuxer.seek(seconds);
    goOn();
  }

  /** Goes on from the start of the file. */
  void rewind() {
    demuxer.rewind();
    goOn();
  }

  /** Goes on from where the file is. */
  void goOn() {
    demuxer.only(stream().index());
    avcodec_flush_buffers(codec);
    draining = false;
    damaged = false;
    ledger.clear();
  }

  /**
   * The next frame, valid until the next call; null at the end.
   *
   * @throws MediaException if the file cannot be read on
   */
  @Nullable AVFrame next() {
    while (true) {
      int error = avcodec_receive_frame(codec, frame);
      if (error == AVERROR_EOF || (error == AVERROR_EAGAIN() && draining)) {
        return null;
      } else if (error == AVERROR_EAGAIN()) {
        send();
      } else if (error < 0) {
        damaged = true;
      } else {
        note(frame);
        return frame;
      }
    }
  }

  private void send() {
    AVPacket packet = demuxer.next(index);
    draining = packet == null;
    if (packet != null) {
      damaged |= (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
      boolean shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
      if (shown) {
        ledger.sent(packet.pts());
      }
    }
    if (avcodec_send_packet(codec, packet) < 0) {
      damaged = true;
    }
  }

  private void note(AVFrame decoded) {
    ledger.received(decoded.pts());
    boolean corrupt = (decoded.flags() & AV_FRAME_FLAG_CORRUPT) != 0;
    boolean whole = !corrupt && decoded.decode_error_flags() == 0;
    boolean key = (decoded.flags() & AV_FRAME_FLAG_KEY) != 0;
    damaged = !whole || (damaged && !key);
  }

  /**
   * Refuses what was decoded since the last key frame if any of it was damaged.
   *
   * @param seconds where the stream is, for the message
   */
  void requireWhole(double seconds) {
    if (damaged) {
      throw broken("damage near " + seconds + " s", "a whole stream");
    }
  }

  /**
   * Refuses the stream if a packet that starts between two times is lost. VP8 has packets of which
   * nothing is shown.
   */
  void requireNoneLost(double after, double until) {
    OptionalLong lost =
        ledger.lost(stamp -> clock.seconds(stamp) > after && clock.seconds(stamp) <= until);
    if (lost.isPresent() && !hidesPackets) {
      throw broken(
          "what starts at " + clock.seconds(lost.getAsLong()) + " s is lost", "a whole stream");
    }
  }

  /** Refuses a stream that ended more than a second before what was wanted of it. */
  void requireReached(double reached, double wanted) {
    if (reached + SLACK_SECONDS < wanted) {
      throw broken("it ends after " + reached + " s", "a stream of " + wanted + " s or more");
    }
  }

  MediaException broken(String got, String expected) {
    String kind = mediaType == AVMEDIA_TYPE_VIDEO ? "video" : "sound";
    return new MediaException(
        "Cannot decode the " + kind + " stream of " + demuxer.file(),
        got,
        expected,
        "fetch it again; it was cut short or changed on the way");
  }

  /** Start of a frame of this stream in seconds; NaN if the file does not tell. */
  double seconds(AVFrame decoded) {
    return clock.seconds(decoded.best_effort_timestamp());
  }

  /** How the stream's stamps are to be read, and what it states. */
  StreamClock clock() {
    return clock;
  }

  /**
   * When the stream ends, as it states itself, or the file; where neither does, all packets are
   * read once to see, and another search has to follow.
   */
  double endSeconds() {
    if (Double.isNaN(endSeconds)) {
      double stated = clock.statedEndSeconds();
      stated = stated > 0 ? stated : demuxer.durationSeconds();
      endSeconds = stated > 0 ? stated : countedSeconds();
    }
    return endSeconds;
  }

  private double countedSeconds() {
    rewind();
    double end = 0;
    for (AVPacket packet = demuxer.next(index); packet != null; packet = demuxer.next(index)) {
      if (packet.pts() != AV_NOPTS_VALUE) {
        end = Math.max(end, clock.seconds(packet.pts() + packet.duration()));
      }
    }
    return end;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(codec);
  }
}
