package whence.evaluate.measure;

import java.util.Locale;

/** A sound that belongs to nothing in the picture. */
public enum NegativeSound {
  /** All samples 0. */
  SILENCE,
  /** White Gaussian noise of standard deviation 1, as published. */
  NOISE,
  /** The sound of a clip of another class. */
  OFF_SCREEN;

  /** The name in tables, such as {@code off-screen}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How often it is drawn: silence is always the same. */
  int draws(int wanted) {
    return this == SILENCE ? 1 : wanted;
  }
}
