package whence.train;

import whence.WhenceException;

/**
 * The course of a run.
 *
 * @param firstEpochs epochs of iteration 0, at least 1
 * @param epochs epochs of every later iteration, at least 1
 * @param iterations index of the last iteration, at least 0
 * @param start with which weights iterations from 1 on start
 * @param renewal whether labels follow the network
 * @param relations whether clips learn from related clips
 * @param seed decides initial weights, order of clips and all augmentation
 */
public record TrainingPlan(
    int firstEpochs,
    int epochs,
    int iterations,
    StartOfIteration start,
    LabelRenewal renewal,
    Relations relations,
    long seed) {

  /** Checks ranges. */
  public TrainingPlan {
    if (firstEpochs < 1 || epochs < 1 || iterations < 0) {
      throw new WhenceException(
          "Cannot follow this training plan",
          firstEpochs + " first epochs, " + epochs + " epochs, " + iterations + " iterations",
          "epochs >= 1, iterations >= 0",
          "start from TrainingPlan.defaults()");
    }
  }

  /** 16 epochs of iteration 0, then 5 iterations of 4 epochs, warm start, labels renewed. */
  public static TrainingPlan defaults() {
    return new TrainingPlan(
        16,
        4,
        5,
        StartOfIteration.WARM,
        LabelRenewal.EVERY_ITERATION,
        Relations.MUTUAL_NEIGHBOURS,
        1);
  }

  /** Epochs of one iteration. */
  public int epochsOf(int iteration) {
    return iteration == 0 ? firstEpochs : epochs;
  }

  /** The same over another time. */
  public TrainingPlan withLength(int first, int later, int lastIteration) {
    return new TrainingPlan(first, later, lastIteration, start, renewal, relations, seed);
  }

  /** The same with another start of iterations. */
  public TrainingPlan withStart(StartOfIteration other) {
    return new TrainingPlan(firstEpochs, epochs, iterations, other, renewal, relations, seed);
  }

  /** The same with labels renewed or frozen. */
  public TrainingPlan withRenewal(LabelRenewal other) {
    return new TrainingPlan(firstEpochs, epochs, iterations, start, other, relations, seed);
  }

  /** The same with relations on or off. */
  public TrainingPlan withRelations(Relations other) {
    return new TrainingPlan(firstEpochs, epochs, iterations, start, renewal, other, seed);
  }

  /** The same with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(firstEpochs, epochs, iterations, start, renewal, relations, other);
  }
}
