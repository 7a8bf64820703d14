package whence.model;

import java.util.Arrays;
import java.util.Random;
import whence.engine.Parameters;

/** Draws the initial values of all parameters from one seeded generator, in a fixed order. */
final class Initialiser {

  private final Parameters parameters;
  private final Random random;

  Initialiser(Parameters parameters, long seed) {
    this.parameters = parameters;
    this.random = new Random(seed);
  }

  void fixed(String name, double... values) {
    parameters.fix(name, values, values.length);
  }

  /**
   * A layer that a ReLU follows: normal weights of variance 2 / fan-in (He et al., ICCV 2015).
   *
   * @param shape weight shape; the last axis is the output, all others the fan-in
   */
  void layer(String name, Normalisation normalisation, long... shape) {
    int out = Math.toIntExact(shape[shape.length - 1]);
    int size = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    double deviation = Math.sqrt(2.0 * out / size);
    double[] weights = new double[size];
    Arrays.setAll(weights, i -> deviation * random.nextGaussian());
    parameters.train(name + ".weight", weights, shape);
    if (normalisation == Normalisation.BATCH) {
      parameters.train(name + ".gamma", filled(out, 1), out);
      parameters.train(name + ".beta", filled(out, 0), out);
      parameters.fix(name + RunningMoments.MEAN, filled(out, 0), out);
      parameters.fix(name + RunningMoments.VARIANCE, filled(out, 1), out);
    } else {
      parameters.train(name + ".bias", filled(out, 0), out);
    }
  }

  /** A last map: weights and bias uniform in +- 1 / sqrt(fan-in). */
  void linear(String name, int in, int out) {
    double bound = 1 / Math.sqrt(in);
    double[] weights = new double[in * out];
    Arrays.setAll(weights, i -> bound * (2 * random.nextDouble() - 1));
    double[] bias = new double[out];
    Arrays.setAll(bias, i -> bound * (2 * random.nextDouble() - 1));
    parameters.train(name + ".weight", weights, in, out);
    parameters.train(name + ".bias", bias, out);
  }

  private static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }
}
