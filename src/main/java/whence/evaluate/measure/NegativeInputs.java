package whence.evaluate.measure;

import java.util.Random;
import java.util.function.UnaryOperator;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.evaluate.SoundSwap;

/**
 * The clips of a bank with sounds that belong to nothing in their pictures, as a localizer gets
 * them. Every sound, the clip's own included, goes through the same transform from samples to
 * spectrogram; in the published code two of four miss the logarithm, so that noise and silence are
 * told by their scale.
 *
 * @param samples length of a sound
 * @param transform from samples to a spectrogram [M, T], the one the bank's own sounds went through
 * @param offScreen draws whose sound each frame gets off screen
 */
public record NegativeInputs(
    int samples, UnaryOperator<float[]> transform, SoundSwap.Pairing offScreen) {

  private static final long SEEDS = 1_000_003;

  /** Checks the length. */
  public NegativeInputs {
    if (samples < 1) {
      throw new WhenceException(
          "Cannot make negative sounds",
          samples + " samples",
          "at least 1",
          "pass the number of samples of the clips' own sounds");
    }
  }

  /**
   * The same frames with negative sounds.
   *
   * @param bank the clips with their own sounds
   * @param kind what they get instead
   * @param draw which draw, from 0; equal draws give equal sounds
   */
  public ClipBank bank(ClipBank bank, NegativeSound kind, int draw) {
    return switch (kind) {
      case OFF_SCREEN -> bank.withSoundsOf(pairing(bank, draw));
      case SILENCE -> {
        float[] silence = spectrogram(bank, new float[samples]);
        yield bank.withSounds((clip, to, at) -> copy(silence, to, at));
      }
      case NOISE ->
          bank.withSounds((clip, to, at) -> copy(spectrogram(bank, noise(clip, draw)), to, at));
    };
  }

  /** Whether there are off-screen sounds for every clip. */
  boolean hasOffScreen() {
    return offScreen.draw(0).isPresent();
  }

  private int[] pairing(ClipBank bank, int draw) {
    int[] soundOf = offScreen.draw(draw).orElse(new int[0]);
    if (soundOf.length != bank.size()) {
      throw new WhenceException(
          "Cannot make off-screen sounds for " + bank.size() + " clips",
          soundOf.length + " sounds of other clips",
          "one a clip",
          "pass what sounds in the clips in their order; where all are of one class there are no"
              + " off-screen sounds");
    }
    return soundOf;
  }

  private static void copy(float[] spectrogram, float[] to, int at) {
    System.arraycopy(spectrogram, 0, to, at, spectrogram.length);
  }

  private float[] spectrogram(ClipBank bank, float[] sound) {
    float[] spectrogram = transform.apply(sound);
    if (spectrogram.length != bank.shape().soundLength()) {
      throw new WhenceException(
          "Cannot make negative sounds",
          "a spectrogram of " + spectrogram.length + " numbers",
          bank.shape().soundLength() + " numbers, as the clips' own",
          "use the transform and the length of the clips' own sounds");
    }
    return spectrogram;
  }

  private float[] noise(int clip, int draw) {
    Random random = new Random(draw * SEEDS + clip);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }
}
