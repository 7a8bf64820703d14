package whence.train;

import whence.engine.LearningRateSchedule;

/** How the learning rate goes over the steps of one iteration. */
public enum RateCourse {
  /** The same at every step. The default. */
  CONSTANT,
  /**
   * Up over the first twentieth of the steps, then down a half cosine to a twentieth of the peak.
   */
  COSINE;

  private static final int WARM_UP_PART = 20;
  private static final double FLOOR_SHARE = 0.05;

  /**
   * The schedule of an iteration.
   *
   * @param peak highest rate, above 0
   * @param steps steps of the iteration, at least 1
   */
  LearningRateSchedule over(double peak, int steps) {
    return this == CONSTANT
        ? LearningRateSchedule.constant(peak)
        : new LearningRateSchedule(peak, FLOOR_SHARE * peak, steps / WARM_UP_PART, steps);
  }
}
