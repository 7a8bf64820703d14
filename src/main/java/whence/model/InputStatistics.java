package whence.model;

/**
 * Constants that bring raw inputs to mean 0 and variance 1, measured once on training clips.
 *
 * @param featureMean [D] mean of each trunk channel
 * @param featureDeviation [D] standard deviation of each trunk channel, above 0
 * @param soundMean mean of the log-mel values
 * @param soundDeviation standard deviation of the log-mel values, above 0
 */
public record InputStatistics(
    double[] featureMean, double[] featureDeviation, double soundMean, double soundDeviation) {

  /** For inputs that are already at mean 0 and variance 1. */
  public static InputStatistics identity(int featureWidth) {
    double[] ones = new double[featureWidth];
    java.util.Arrays.fill(ones, 1);
    return new InputStatistics(new double[featureWidth], ones, 0, 1);
  }
}
