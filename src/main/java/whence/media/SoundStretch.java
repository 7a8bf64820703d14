package whence.media;

import org.jspecify.annotations.Nullable;

/** Collects a stretch of mono sound from pieces with time stamps, see {@link PiecePlacer}. */
final class SoundStretch implements AutoCloseable {
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
  private @Nullable PiecePlacer placer;

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
    PiecePlacer places = placer(pieceRateHz);
    long end = Math.round(to * pieceRateHz);
    PiecePlacer.Place place = places.place(seconds, mono.length, end);
    for (long left = place.silence(); left > 0; left -= SILENCE.length) {
      feed(SILENCE, 0, (int) Math.min(SILENCE.length, left));
    }
    feed(mono, place.skip(), place.take());
    return places.next() < end;
  }

  private PiecePlacer placer(int pieceRateHz) {
    if (placer == null) {
      placer = new PiecePlacer(pieceRateHz, Math.round(from * pieceRateHz));
      resampler = new MonoResampler(name, pieceRateHz, rateHz);
    } else if (pieceRateHz != placer.rateHz()) {
      throw changedRate(name, placer.rateHz(), pieceRateHz);
    }
    return placer;
  }

  static MediaException changedRate(String name, int before, int now) {
    return new MediaException(
        "Cannot read the sound of " + name,
        "a rate of " + before + " Hz that changes to " + now + " Hz",
        "one rate throughout",
        "convert it with a media tool");
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
  }

  private void pass() {
    if (resampler != null && waiting > 0) {
      resampler.accept(gathered, waiting);
      waiting = 0;
    }
  }

  /** Second up to which there is sound. */
  double reachedSeconds() {
    return placer == null ? from : placer.next() / (double) placer.rateHz();
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
