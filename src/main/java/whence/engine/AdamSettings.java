package whence.engine;

import whence.WhenceException;

/**
 * Settings of {@link Adam}.
 *
 * @param decay whether weight decay acts on the gradient or on the weights
 * @param weightDecay strength, at least 0
 * @param beta1 memory of the mean gradient, in [0, 1)
 * @param beta2 memory of the squared gradient, in [0, 1)
 * @param epsilon added to the root of the squared gradient, above 0
 * @param maxGradientNorm longest allowed gradient over all parameters together, above 0; {@link
 *     Double#POSITIVE_INFINITY} for no clipping
 */
public record AdamSettings(
    Decay decay,
    double weightDecay,
    double beta1,
    double beta2,
    double epsilon,
    double maxGradientNorm) {

  /** Where weight decay acts. */
  public enum Decay {
    /** Added to the gradient before the moments (Kingma and Ba, ICLR 2015, with L2 penalty). */
    COUPLED,
    /** Subtracted from the weights (AdamW; Loshchilov and Hutter, ICLR 2019). */
    DECOUPLED
  }

  /** Checks ranges. */
  public AdamSettings {
    if (!(weightDecay >= 0
        && beta1 >= 0
        && beta1 < 1
        && beta2 >= 0
        && beta2 < 1
        && epsilon > 0
        && maxGradientNorm > 0)) {
      throw new WhenceException(
          "Cannot use these optimiser settings",
          "weight decay %s, beta1 %s, beta2 %s, epsilon %s, max gradient norm %s"
              .formatted(weightDecay, beta1, beta2, epsilon, maxGradientNorm),
          "weight decay >= 0, betas in [0, 1), epsilon > 0, norm > 0",
          "start from AdamSettings.defaults()");
    }
  }

  /** Adam with an L2 penalty of 1e-4 and gradients clipped at norm 5. */
  public static AdamSettings defaults() {
    return new AdamSettings(Decay.COUPLED, 1e-4, 0.9, 0.999, 1e-8, 5);
  }

  /** The same with another kind and strength of weight decay. */
  public AdamSettings withDecay(Decay newDecay, double newWeightDecay) {
    return new AdamSettings(newDecay, newWeightDecay, beta1, beta2, epsilon, maxGradientNorm);
  }

  /** The same with another limit of the gradient's length. */
  public AdamSettings withMaxGradientNorm(double norm) {
    return new AdamSettings(decay, weightDecay, beta1, beta2, epsilon, norm);
  }
}
