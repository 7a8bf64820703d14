package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Cuts stretches out of a file's sound stream. Owns native memory: close it. */
final class SoundSearch implements AutoCloseable {
  /** A decoder of sound needs some of what comes before. */
  private static final double PREROLL_SECONDS = 0.2;

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

  double lengthSeconds() {
    return decoder.lengthSeconds();
  }

  /** The sound between two times, shorter where it ends before. */
  Waveform between(double from, double to, int rateHz) {
    decoder.seek(Math.max(0, from - PREROLL_SECONDS));
    try (SoundStretch stretch = new SoundStretch(name, from, to, rateHz);
        SampleReader samples = new SampleReader(name)) {
      boolean wanted = true;
      while (wanted) {
        AVFrame frame = decoder.next();
        if (frame == null) {
          break;
        }
        double at = decoder.seconds(frame);
        wanted = stretch.accept(samples.mono(frame), at, frame.sample_rate());
        if (stretch.reachedSeconds() > from) {
          decoder.requireWhole(at);
          decoder.requireNoneLost(from, at);
        }
      }
      double stated = decoder.clock().statedSeconds();
      decoder.requireReached(stretch.reachedSeconds(), stated > 0 ? Math.min(to, stated) : from);
      return stretch.finish();
    }
  }

  @Override
  public void close() {
    decoder.close();
  }
}
