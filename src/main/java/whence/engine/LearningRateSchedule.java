package whence.engine;

import whence.WhenceException;

/**
 * The learning rate of every step: a linear warm-up, then a half cosine down to a floor.
 *
 * <p>{@code r(s) = peak * (s + 1) / warmUpSteps} for {@code s < warmUpSteps}; afterwards {@code
 * floor + (peak - floor) * (1 + cos(pi * p)) / 2} with {@code p} the share of the remaining steps
 * done. Steps past the end stay at the floor. Source: Loshchilov and Hutter, "SGDR", ICLR 2017.
 *
 * @param peak highest rate, above 0
 * @param floor last rate, in [0, peak]; equal to the peak for a constant rate
 * @param warmUpSteps steps until the peak, at least 0
 * @param totalSteps steps in all, at least warmUpSteps
 */
public record LearningRateSchedule(double peak, double floor, int warmUpSteps, int totalSteps) {

  /** Checks ranges. */
  public LearningRateSchedule {
    if (!(peak > 0
        && floor >= 0
        && floor <= peak
        && warmUpSteps >= 0
        && totalSteps >= warmUpSteps)) {
      throw new WhenceException(
          "Cannot use this learning-rate schedule",
          "peak %s, floor %s, %d warm-up steps of %d"
              .formatted(peak, floor, warmUpSteps, totalSteps),
          "peak > 0, floor in [0, peak], 0 <= warm-up <= total steps",
          "start from LearningRateSchedule.constant(1e-3)");
    }
  }

  /** The same rate at every step. */
  public static LearningRateSchedule constant(double rate) {
    return new LearningRateSchedule(rate, rate, 0, 0);
  }

  /** The rate of step {@code step}, counted from 0. */
  public double at(int step) {
    if (step < warmUpSteps) {
      return peak * (step + 1) / warmUpSteps;
    }
    if (step >= totalSteps) {
      return floor;
    }
    double done = (step - warmUpSteps) / (double) (totalSteps - warmUpSteps);
    return floor + (peak - floor) * (1 + Math.cos(Math.PI * done)) / 2;
  }
}
