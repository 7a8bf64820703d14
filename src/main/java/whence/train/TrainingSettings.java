package whence.train;

import whence.WhenceException;
import whence.engine.AdamSettings;
import whence.label.LabelSettings;
import whence.loss.ObjectiveSettings;
import whence.loss.PeerObjective;

/**
 * Everything that decides how a network is trained, but for its shape and its data.
 *
 * @param plan how long, in which order, from which start
 * @param batchSize N, at least 2
 * @param learningRate highest rate of the optimiser, above 0
 * @param course how the rate goes over an iteration
 * @param adam other settings of the optimiser
 * @param augmentation random changes of the clips
 * @param firstObjective what iteration 0 minimises, at the temperature of {@code objective}
 * @param labels how pseudo-labels are drawn
 * @param objective switches of the iterative objective, and the temperature
 */
public record TrainingSettings(
    TrainingPlan plan,
    int batchSize,
    double learningRate,
    RateCourse course,
    AdamSettings adam,
    Augmentation augmentation,
    PeerObjective firstObjective,
    LabelSettings labels,
    ObjectiveSettings objective) {

  /** Checks ranges. */
  public TrainingSettings {
    if (batchSize < 2 || !(learningRate > 0)) {
      throw new WhenceException(
          "Cannot train with these settings",
          "batch size " + batchSize + ", learning rate " + learningRate,
          "batch size >= 2, learning rate > 0",
          "start from TrainingSettings.defaults()");
    }
  }

  /** The settings of the main job. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        TrainingPlan.defaults(),
        64,
        1e-3,
        RateCourse.CONSTANT,
        AdamSettings.defaults(),
        Augmentation.defaults(),
        PeerObjective.MAX_POOLED_INFO_NCE,
        LabelSettings.defaults(),
        ObjectiveSettings.defaults());
  }

  /** The same with another plan. */
  public TrainingSettings withPlan(TrainingPlan newPlan) {
    return new TrainingSettings(
        newPlan,
        batchSize,
        learningRate,
        course,
        adam,
        augmentation,
        firstObjective,
        labels,
        objective);
  }

  /** The same with another batch size. */
  public TrainingSettings withBatchSize(int size) {
    return new TrainingSettings(
        plan, size, learningRate, course, adam, augmentation, firstObjective, labels, objective);
  }

  /** The same with another learning rate. */
  public TrainingSettings withLearningRate(double rate) {
    return new TrainingSettings(
        plan, batchSize, rate, course, adam, augmentation, firstObjective, labels, objective);
  }

  /** The same with another course of the learning rate. */
  public TrainingSettings withCourse(RateCourse other) {
    return new TrainingSettings(
        plan,
        batchSize,
        learningRate,
        other,
        adam,
        augmentation,
        firstObjective,
        labels,
        objective);
  }

  /** The same with another augmentation. */
  public TrainingSettings withAugmentation(Augmentation changes) {
    return new TrainingSettings(
        plan, batchSize, learningRate, course, adam, changes, firstObjective, labels, objective);
  }

  /** The same with other optimiser settings. */
  public TrainingSettings withAdam(AdamSettings newAdam) {
    return new TrainingSettings(
        plan,
        batchSize,
        learningRate,
        course,
        newAdam,
        augmentation,
        firstObjective,
        labels,
        objective);
  }

  /** The same with another objective of iteration 0. */
  public TrainingSettings withFirstObjective(PeerObjective other) {
    return new TrainingSettings(
        plan, batchSize, learningRate, course, adam, augmentation, other, labels, objective);
  }

  /** The same with other label settings. */
  public TrainingSettings withLabels(LabelSettings newLabels) {
    return new TrainingSettings(
        plan,
        batchSize,
        learningRate,
        course,
        adam,
        augmentation,
        firstObjective,
        newLabels,
        objective);
  }

  /** The same with another objective. */
  public TrainingSettings withObjective(ObjectiveSettings newObjective) {
    return new TrainingSettings(
        plan,
        batchSize,
        learningRate,
        course,
        adam,
        augmentation,
        firstObjective,
        labels,
        newObjective);
  }
}
