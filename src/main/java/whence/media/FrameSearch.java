package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Finds frames of a file's picture stream by their time. Owns native memory: close it. */
final class FrameSearch implements AutoCloseable {
  private final StreamDecoder decoder;
  private final FrameConverter converter;

  private FrameSearch(StreamDecoder decoder, FrameConverter converter) {
    this.decoder = decoder;
    this.converter = converter;
  }

  /** Of a file's first picture stream; null if it has none. */
  static @Nullable FrameSearch of(Demuxer demuxer) {
    StreamDecoder decoder = StreamDecoder.of(demuxer, AVMEDIA_TYPE_VIDEO);
    if (decoder == null) {
      return null;
    }
    try {
      AVCodecParameters stream = decoder.stream().codecpar();
      VideoFacts.requirePixels(demuxer.file(), stream.width(), stream.height());
      return new FrameSearch(decoder, new FrameConverter(demuxer.file(), stream));
    } catch (MediaException e) {
      decoder.close();
      throw e;
    }
  }

  double endSeconds() {
    return decoder.endSeconds();
  }

  /** The frame shown at a time, or the first one if that starts later. */
  VideoFrame at(double seconds, int longestSide) {
    AVFrame shown = av_frame_alloc();
    try {
      decoder.seek(seconds);
      if (!readUntil(seconds, shown)) {
        // The index led past it: read from the start.
        decoder.rewind();
        readUntil(seconds, shown);
      }
      VideoFrame frame = picture(shown, longestSide);
      double length = decoder.clock().length(shown.duration());
      // A second field belongs to its frame.
      decoder.requireNoneLost(frame.timeSeconds() + length * 3 / 4, seconds);
      decoder.requireReached(frame.timeSeconds() + length, seconds);
      return frame;
    } finally {
      av_frame_free(shown);
    }
  }

  /** Leaves the frame shown at a time; false if even the first one found starts after it. */
  private boolean readUntil(double seconds, AVFrame shown) {
    boolean any = false;
    av_frame_unref(shown);
    for (AVFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
      boolean after = decoder.seconds(frame) > seconds + VideoFrame.STAMP_SECONDS;
      if (after && any) {
        return true;
      }
      av_frame_unref(shown);
      av_frame_move_ref(shown, frame);
      any = true;
      if (after) {
        return false;
      }
    }
    return any;
  }

  /** The last key frame at or before a time. */
  VideoFrame keyFrameAt(double seconds, int longestSide) {
    decoder.seek(seconds);
    AVFrame frame = decoder.next();
    if (frame == null) {
      decoder.rewind();
      frame = decoder.next();
    }
    return picture(frame, longestSide);
  }

  private VideoFrame picture(@Nullable AVFrame frame, int longestSide) {
    if (frame == null || frame.width() < 1) {
      throw decoder.broken("not a single whole frame", "at least one frame");
    }
    double start = decoder.seconds(frame);
    decoder.requireWhole(start);
    double counted = Double.isNaN(start) ? 0 : Math.max(0, start);
    return new VideoFrame(converter.convert(frame, longestSide), counted);
  }

  @Override
  public void close() {
    converter.close();
    decoder.close();
  }
}
