package whence.train;

import java.util.Arrays;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.model.InputStatistics;

/**
 * Measures the constants that standardise inputs, over up to 300 evenly spaced training clips.
 *
 * <p>Biased standard deviations; a channel that never varies gets 1e-3.
 */
final class InputMeasurement {

  private static final int SAMPLE = 300;
  private static final double SMALLEST_DEVIATION = 1e-3;

  private InputMeasurement() {}

  static InputStatistics of(ClipBank clips) {
    ClipShape shape = clips.shape();
    int count = Math.min(SAMPLE, clips.size());
    Moments features = new Moments(shape.featureWidth());
    Moments sound = new Moments(1);
    float[] seen = new float[shape.featureLength()];
    float[] heard = new float[shape.soundLength()];
    for (int k = 0; k < count; k++) {
      int[] clip = {(int) ((long) k * clips.size() / count)};
      clips.readFeatures(clip, seen);
      clips.readSounds(clip, heard);
      features.add(seen);
      sound.add(heard);
    }
    return new InputStatistics(
        features.means(), features.deviations(), sound.means()[0], sound.deviations()[0]);
  }

  /** Running sums of interleaved channels. */
  private static final class Moments {
    private final double[] sum;
    private final double[] squares;
    private long rows;

    Moments(int channels) {
      sum = new double[channels];
      squares = new double[channels];
    }

    void add(float[] values) {
      for (int i = 0; i < values.length; i++) {
        sum[i % sum.length] += values[i];
        squares[i % sum.length] += (double) values[i] * values[i];
      }
      rows += values.length / sum.length;
    }

    double[] means() {
      return Arrays.stream(sum).map(s -> s / rows).toArray();
    }

    double[] deviations() {
      double[] deviations = new double[sum.length];
      Arrays.setAll(
          deviations,
          c -> {
            double variance = squares[c] / rows - Math.pow(sum[c] / rows, 2);
            return Math.max(SMALLEST_DEVIATION, Math.sqrt(Math.max(0, variance)));
          });
      return deviations;
    }
  }
}
