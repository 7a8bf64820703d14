package whence.data.scene;

import java.util.List;
import whence.data.scene.SceneOrigin.HeardSound;

/**
 * Plays a recording as one scene hears it: speed, tilt, room, gain and noise, in this order.
 *
 * <ul>
 *   <li>Speed f: x'[t] = x at (start + t) f, linearly interpolated; a recording shorter than the
 *       scene is looped.
 *   <li>Tilt k: y[t] = x'[t] + k x'[t-1].
 *   <li>Room of L samples: h[0] = 2, h[t] = g[t] exp(-4 t / L) with g standard normal, scaled to
 *       unit energy; y is convolved with it.
 *   <li>Gain: the peak is set to 10^(gainDb / 20).
 *   <li>Noise: n[t] = g[t] + p n[t-1], its power noiseBelowDb under the sound's.
 *   <li>If the sum exceeds full scale, all of it is scaled to peak 1, as a recorder would be set.
 * </ul>
 */
final class SoundRenderer {
  private SoundRenderer() {}

  /** Renders {@code length} samples in [-1, 1]. */
  static float[] render(float[] recording, HeardSound heard, int length) {
    SceneRandom random = new SceneRandom(heard.noiseSeed());
    float[] sound = play(recording, heard, length);
    tilt(sound, (float) heard.tilt());
    if (heard.roomSamples() > 0) {
      sound = convolve(sound, room(heard.roomSamples(), random));
    }
    scaleToPeak(sound, decibels(heard.gainDb()));
    addNoise(sound, heard, random);
    if (peak(sound) > 1) {
      scaleToPeak(sound, 1);
    }
    return sound;
  }

  /**
   * Adds sounds to another; if the sum exceeds full scale, all of it is scaled to peak 1.
   *
   * @param sound changed and returned
   * @param others of the same length
   */
  static float[] mix(float[] sound, List<float[]> others) {
    for (float[] other : others) {
      for (int t = 0; t < sound.length; t++) {
        sound[t] += other[t];
      }
    }
    if (peak(sound) > 1) {
      scaleToPeak(sound, 1);
    }
    return sound;
  }

  /** Length of the recording after the change of speed, in samples; at least 1. */
  static int lengthAt(double speed, int samples) {
    return Math.max(1, (int) ((samples - 1) / speed));
  }

  private static float[] play(float[] recording, HeardSound heard, int length) {
    int loop = lengthAt(heard.speed(), recording.length);
    float[] played = new float[length];
    for (int t = 0; t < length; t++) {
      double position = ((heard.startSample() + t) % loop) * heard.speed();
      int before = (int) position;
      float share = (float) (position - before);
      float next = recording[Math.min(before + 1, recording.length - 1)];
      played[t] = recording[before] + share * (next - recording[before]);
    }
    return played;
  }

  private static void tilt(float[] sound, float k) {
    for (int t = sound.length - 1; t > 0; t--) {
      sound[t] += k * sound[t - 1];
    }
  }

  private static float[] room(int length, SceneRandom random) {
    float[] response = new float[length];
    double energy = 0;
    for (int t = 0; t < length; t++) {
      response[t] = t == 0 ? 2 : (float) (random.normal() * StrictMath.exp(-4.0 * t / length));
      energy += response[t] * response[t];
    }
    for (int t = 0; t < length; t++) {
      response[t] /= (float) StrictMath.sqrt(energy);
    }
    return response;
  }

  /** The first samples of the convolution; one pass over the sound a tap, which vectorises. */
  private static float[] convolve(float[] sound, float[] response) {
    float[] heard = new float[sound.length];
    for (int tap = 0; tap < Math.min(response.length, sound.length); tap++) {
      float weight = response[tap];
      for (int t = 0; t < sound.length - tap; t++) {
        heard[t + tap] += weight * sound[t];
      }
    }
    return heard;
  }

  private static void addNoise(float[] sound, HeardSound heard, SceneRandom random) {
    double[] noise = new double[sound.length];
    double previous = 0;
    for (int t = 0; t < noise.length; t++) {
      previous = random.normal() + heard.noiseColour() * previous;
      noise[t] = previous;
    }
    double soundPower = 0;
    double noisePower = 0;
    for (int t = 0; t < noise.length; t++) {
      soundPower += sound[t] * sound[t];
      noisePower += noise[t] * noise[t];
    }
    double scale = StrictMath.sqrt(soundPower / noisePower) * decibels(-heard.noiseBelowDb());
    for (int t = 0; t < noise.length; t++) {
      sound[t] += (float) (scale * noise[t]);
    }
  }

  private static void scaleToPeak(float[] sound, double wanted) {
    float peak = peak(sound);
    if (peak > 0) {
      float scale = (float) (wanted / peak);
      for (int t = 0; t < sound.length; t++) {
        sound[t] *= scale;
      }
    }
  }

  private static float peak(float[] sound) {
    float peak = 0;
    for (float sample : sound) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static double decibels(double level) {
    return StrictMath.pow(10, level / 20);
  }
}
