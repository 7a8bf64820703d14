package whence.signal;

import whence.WhenceException;

/**
 * How a sound is cut into overlapping frames.
 *
 * @param windowSamples frame length and transform length n, a power of two, 4 to 2^20
 * @param hopSamples distance of frame starts, at least 1
 * @param alignment where the first frame lies
 */
public record Framing(int windowSamples, int hopSamples, FrameAlignment alignment) {
  private static final int LONGEST = 1 << 20;

  /** Checks ranges. */
  public Framing {
    if (windowSamples < 4 || windowSamples > LONGEST || Integer.bitCount(windowSamples) != 1) {
      throw new WhenceException(
          "Cannot cut sound into frames",
          "a window of " + windowSamples + " samples",
          "a power of two, 4 to " + LONGEST,
          "use 512 at 16 kHz");
    }
    if (hopSamples < 1) {
      throw new WhenceException(
          "Cannot cut sound into frames",
          "a hop of " + hopSamples + " samples",
          "at least 1 sample",
          "use 320 at 16 kHz");
    }
  }

  /** A window of 512 samples every 320, only whole frames: 99 frames in 2 seconds at 16 kHz. */
  public static Framing defaults() {
    return new Framing(512, 320, FrameAlignment.INSIDE);
  }

  /** The same with another window length. */
  public Framing withWindowSamples(int samples) {
    return new Framing(samples, hopSamples, alignment);
  }

  /** The same with another hop. */
  public Framing withHopSamples(int samples) {
    return new Framing(windowSamples, samples, alignment);
  }

  /** The same with another alignment. */
  public Framing withAlignment(FrameAlignment other) {
    return new Framing(windowSamples, hopSamples, other);
  }

  /** The number of frames T in a sound of {@code samples} samples; 0 if it is too short for one. */
  public int frames(int samples) {
    int padded = alignment == FrameAlignment.CENTRED ? samples + windowSamples : samples;
    boolean enough = samples >= 1 && padded >= windowSamples;
    return enough ? 1 + (padded - windowSamples) / hopSamples : 0;
  }

  /** The first sample of a frame; negative where zeros are added before the sound. */
  int start(int frame) {
    int offset = alignment == FrameAlignment.CENTRED ? windowSamples / 2 : 0;
    return frame * hopSamples - offset;
  }

  /** Like {@link #frames}, but refuses a sound without a single frame. */
  int framesOrRefuse(int samples) {
    int frames = frames(samples);
    if (frames == 0) {
      throw new WhenceException(
          "Cannot make a spectrogram",
          "a sound of " + samples + " samples",
          "at least " + (alignment == FrameAlignment.CENTRED ? 1 : windowSamples) + " samples",
          "repeat or pad the sound, or leave it out");
    }
    return frames;
  }
}
