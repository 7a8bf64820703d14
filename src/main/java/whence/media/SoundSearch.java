package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Cuts stretches out of a file's sound stream. Owns native memory: close it. */
final class SoundSearch implements AutoCloseable {
  /** A decoder of sound needs some of what comes before; more is tried before all is read. */
  private static final double[] PREROLL_SECONDS = {0.2, 2};

  /** A stamp may be rounded, and an encoder's delay be taken off a stream's start or not. */
  private static final double STAMP_SECONDS = 2e-3;

  private final String name;
  private final StreamDecoder decoder;

  private SoundSearch(String name, StreamDecoder decoder) {
    this.name = name;
    this.decoder = decoder;
  }

  /** Of a file's first sound stream; null if it has none. */
  static @Nullable SoundSearch of(Demuxer demuxer) {
    StreamDecoder decoder = StreamDecoder.of(demuxer, AVMEDIA_TYPE_AUDIO);
    return decoder == null ? null : new SoundSearch(demuxer.file().toString(), decoder);
  }

  double endSeconds() {
    return decoder.endSeconds();
  }

  /** The sound between two times, shorter where it ends before. */
  Waveform between(double from, double to, int rateHz) {
    AVFrame frame = first(from);
    try (SoundStretch stretch = new SoundStretch(name, from, to, rateHz);
        SampleReader samples = new SampleReader(name)) {
      while (frame != null) {
        double at = decoder.seconds(frame);
        boolean wanted = stretch.accept(samples.mono(frame), at, frame.sample_rate());
        if (stretch.reachedSeconds() > from) {
          decoder.requireWhole(at);
          decoder.requireNoneLost(from, at);
        }
        frame = wanted ? decoder.next() : null;
      }
      double stated = decoder.clock().statedEndSeconds();
      decoder.requireReached(stretch.reachedSeconds(), stated > 0 ? Math.min(to, stated) : from);
      return stretch.finish();
    }
  }

  /**
   * The first frame to be decoded. The search goes by the pictures: where they begin late, or long
   * pieces of sound lie between them, it may lead past what is wanted.
   */
  private @Nullable AVFrame first(double from) {
    double due = Math.max(from, decoder.clock().startSeconds()) + STAMP_SECONDS;
    AVFrame frame = null;
    for (double before : PREROLL_SECONDS) {
      decoder.seek(Math.max(0, from - before));
      frame = decoder.next();
      if (frame != null && !(decoder.seconds(frame) > due)) {
        return frame;
      }
    }
    if (frame != null) {
      decoder.rewind();
      frame = decoder.next();
    }
    return frame;
  }

  @Override
  public void close() {
    decoder.close();
  }
}
