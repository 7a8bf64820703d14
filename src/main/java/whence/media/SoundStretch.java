package whence.media;

import org.jspecify.annotations.Nullable;

/**
 * Collects a stretch of sound from pieces with time stamps, placed where a player would play them:
 * a gap between two pieces is silence, an overlap is heard once. Stamps are rounded by most
 * containers, so pieces less than {@value #JITTER_SECONDS} s apart are taken as joined.
 */
final class SoundStretch implements AutoCloseable {
  private static final double JITTER_SECONDS = 0.05;
  private static final float[] SILENCE = new float[4096];

  /** Pieces are short; each call into FFmpeg costs as much as some of them. */
  private static final int GATHERED = 1 << 15;

  private final String name;
  private final double from;
  private final double to;
  private final int rateHz;
  private final float[] gathered = new float[GATHERED];
  private int waiting;
  private @Nullable MonoResampler resampler;
  private int nativeHz;
  private long first;
  private long end;
  private long next;
  private long expected = Long.MIN_VALUE;

  /** The stretch from one second to another of a file's time, wanted at a rate. */
  SoundStretch(String name, double from, double to, int rateHz) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.rateHz = rateHz;
  }

  /**
   * Takes a piece.
   *
   * @param seconds when it starts; NaN for right after the piece before
   * @return whether more is wanted
   */
  boolean accept(float[] mono, double seconds, int pieceRateHz) {
    start(pieceRateHz);
    long at = Double.isNaN(seconds) ? expectedOr(first) : Math.round(seconds * nativeHz);
    if (expected != Long.MIN_VALUE && Math.abs(at - expected) <= JITTER_SECONDS * nativeHz) {
      at = expected;
    }
    expected = at + mono.length;
    silenceUntil(Math.min(at, end));
    int skip = (int) Math.max(0, Math.min(mono.length, next - at));
    int count = (int) Math.max(0, Math.min(mono.length, end - at)) - skip;
    feed(mono, skip, count);
    return next < end;
  }

  private long expectedOr(long otherwise) {
    return expected == Long.MIN_VALUE ? otherwise : expected;
  }

  private void start(int pieceRateHz) {
    if (resampler == null) {
      nativeHz = pieceRateHz;
      first = Math.round(from * nativeHz);
      end = Math.round(to * nativeHz);
      next = first;
      resampler = new MonoResampler(name, nativeHz, rateHz);
    } else if (pieceRateHz != nativeHz) {
      throw new MediaException(
          "Cannot read the sound of " + name,
          "a rate of " + nativeHz + " Hz that changes to " + pieceRateHz + " Hz",
          "one rate throughout",
          "convert it with a media tool");
    }
  }

  private void silenceUntil(long sample) {
    while (next < sample) {
      feed(SILENCE, 0, (int) Math.min(SILENCE.length, sample - next));
    }
  }

  private void feed(float[] samples, int from, int count) {
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, gathered.length - waiting);
      System.arraycopy(samples, from + done, gathered, waiting, now);
      waiting += now;
      done += now;
      if (waiting == gathered.length) {
        pass();
      }
    }
    next += Math.max(0, count);
  }

  private void pass() {
    if (resampler != null && waiting > 0) {
      resampler.accept(gathered, waiting);
      waiting = 0;
    }
  }

  /** Second up to which there is sound. */
  double reachedSeconds() {
    return nativeHz == 0 ? from : next / (double) nativeHz;
  }

  /** All of it; shorter than wanted where the sound ends before. */
  Waveform finish() {
    pass();
    return new Waveform(resampler == null ? new float[0] : resampler.finish(), rateHz);
  }

  @Override
  public void close() {
    if (resampler != null) {
      resampler.close();
    }
  }
}
