package whence.data.scene;

import whence.data.Split;

/**
 * The generator of one scene: SplitMix64, written out so that no JDK can change a scene.
 *
 * <p>Scene {@code k} of a split has its own generator, started from (seed, split, k); it does not
 * depend on the other scenes, hence neither on their number nor on the number of threads.
 * Transcendental functions are {@link StrictMath}'s for the same reason.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014; normal deviates: G. Marsaglia, T. A. Bray, "A convenient method for generating
 * normal variables", SIAM Review 1964.
 */
final class SceneRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare;
  private boolean hasSpare;

  SceneRandom(long seed) {
    this.state = seed;
  }

  /** The generator of scene {@code index} of {@code split}. */
  static SceneRandom of(long seed, Split split, int index) {
    long branch =
        switch (split) {
          case TRAIN -> 1;
          case NEW_SCENES -> 2;
          case NEW_OBJECTS -> 3;
          case RESEARCH -> throw split.hasNoScenes();
        };
    return new SceneRandom(mix(mix(mix(seed) + branch) + index));
  }

  /** The next 64 bits, as a seed for another generator. */
  long nextSeed() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** An independent generator. */
  SceneRandom split() {
    return new SceneRandom(mix(nextSeed() ^ GOLDEN_GAMMA));
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (nextSeed() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in the interval. */
  double uniform(Interval interval) {
    return interval.at(uniform());
  }

  /** Uniform in 0 to {@code bound} - 1; {@code bound} at least 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal, by Marsaglia's polar method. */
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * scale;
    hasSpare = true;
    return u * scale;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
