package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import whence.signal.LogMel;

/**
 * Sounds that belong to no picture: noise from white to brown at three levels, and silence, each as
 * long as the network was trained on. The same every time.
 */
final class NegativeSounds {
  private static final double[] COLOURS = {0, 0.5, 0.9, 0.97};
  private static final double[] DECIBELS = {-40, -25, -12};
  private static final long SEED = 17;

  private NegativeSounds() {}

  /** Their spectrograms. */
  static List<float[]> spectrograms(LogMel logMel, int samples) {
    List<float[]> all = new ArrayList<>();
    Random random = new Random(SEED);
    for (double colour : COLOURS) {
      float[] noise = noise(random, colour, samples);
      for (double decibels : DECIBELS) {
        all.add(logMel.transform(scaled(noise, decibels)).values());
      }
    }
    all.add(logMel.transform(new float[samples]).values());
    return all;
  }

  /** x_t = colour x_(t-1) + white noise. */
  private static float[] noise(Random random, double colour, int samples) {
    float[] noise = new float[samples];
    double last = 0;
    for (int t = 0; t < samples; t++) {
      last = colour * last + random.nextGaussian();
      noise[t] = (float) last;
    }
    return noise;
  }

  /** To a power, dB full scale. */
  private static float[] scaled(float[] noise, double decibels) {
    double now = whence.signal.Loudness.decibels(noise);
    double gain = Math.pow(10, (decibels - now) / 20);
    float[] scaled = new float[noise.length];
    for (int t = 0; t < scaled.length; t++) {
      scaled[t] = (float) (gain * noise[t]);
    }
    return scaled;
  }
}
