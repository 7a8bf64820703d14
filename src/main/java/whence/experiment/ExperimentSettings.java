package whence.experiment;

import java.util.List;
import whence.WhenceException;
import whence.data.scene.SceneSettings;
import whence.model.AudioLayer;
import whence.model.DualEncoderSettings;
import whence.signal.LogMelSettings;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;

/**
 * One record declares a run: equal settings, media and threads give equal results.
 *
 * @param scenes how a scene is composed
 * @param counts how many scenes
 * @param sound how a waveform becomes a log-mel spectrogram
 * @param encoder shape of the trained networks
 * @param training how they are trained
 * @param control what is trained beside the model for comparison
 */
public record ExperimentSettings(
    SceneSettings scenes,
    SceneCounts counts,
    LogMelSettings sound,
    DualEncoderSettings encoder,
    TrainingSettings training,
    Control control) {
  private static final int QUICK_CLASSES = 8;
  private static final int SMALL_CLASSES = 10;

  /** What is trained beside the model. */
  public enum Control {
    /** Nothing. */
    NONE,
    /** The same objective and epochs, with labels frozen at iteration 1. */
    FROZEN_LABELS
  }

  /** Checks what only goes wrong together. */
  public ExperimentSettings {
    if (counts.train() < training.batchSize()) {
      throw new WhenceException(
          "Cannot run an experiment",
          counts.train() + " training scenes in batches of " + training.batchSize(),
          "at least one whole batch",
          "compose more scenes or make the batches smaller");
    }
  }

  /** The main job: 3,000 training scenes, iterations 0 to 5. */
  public static ExperimentSettings full() {
    return new ExperimentSettings(
        SceneSettings.defaults(),
        new SceneCounts(3000, 500, 500),
        LogMelSettings.defaults(),
        DualEncoderSettings.defaults(),
        TrainingSettings.defaults(),
        Control.FROZEN_LABELS);
  }

  /**
   * The same with fewer scenes, iterations and classes, for a first look and for tests. So few
   * steps teach a sound encoder to tell {@value #QUICK_CLASSES} classes apart, not all.
   */
  public static ExperimentSettings quick() {
    ExperimentSettings full = full();
    SceneSettings scenes = full.scenes();
    TrainingPlan plan = full.training().plan().withLength(30, 3, 2);
    return full.withScenes(scenes.withCast(scenes.cast().withMostClasses(QUICK_CLASSES)))
        .withCounts(new SceneCounts(768, 100, 100))
        .withTraining(full.training().withPlan(plan));
  }

  /** So small that nothing is learned: shows in seconds that all parts work together. */
  public static ExperimentSettings tiny() {
    ExperimentSettings full = full();
    TrainingPlan plan = full.training().plan().withLength(3, 1, 1);
    return full.withTraining(full.training().withBatchSize(16).withPlan(plan))
        .withCounts(new SceneCounts(32, 8, 8));
  }

  /**
   * Narrow networks on few scenes, learned in about a minute: for lessons, where there is no run of
   * the main job to look at. {@value #SMALL_CLASSES} classes are few enough to be learned; scores
   * say nothing about the method.
   */
  public static ExperimentSettings small() {
    ExperimentSettings full = full();
    SceneSettings scenes = full.scenes();
    TrainingPlan plan = full.training().plan().withLength(18, 3, 2);
    List<AudioLayer> layers =
        List.of(
            new AudioLayer(16, 2),
            new AudioLayer(32, 2),
            new AudioLayer(64, 2),
            new AudioLayer(64, 1));
    return full.withScenes(scenes.withCast(scenes.cast().withMostClasses(SMALL_CLASSES)))
        .withCounts(new SceneCounts(320, 80, 80))
        .withEncoder(full.encoder().withWidths(128, 64).withAudioLayers(layers))
        .withTraining(
            full.training()
                .withBatchSize(32)
                .withLearningRate(2e-3)
                .withLabels(full.training().labels().withNeighbours(10))
                .withPlan(plan));
  }

  /** The same with other numbers of scenes. */
  public ExperimentSettings withCounts(SceneCounts other) {
    return new ExperimentSettings(scenes, other, sound, encoder, training, control);
  }

  /** The same with other scenes. */
  public ExperimentSettings withScenes(SceneSettings other) {
    return new ExperimentSettings(other, counts, sound, encoder, training, control);
  }

  /** The same with other networks. */
  public ExperimentSettings withEncoder(DualEncoderSettings other) {
    return new ExperimentSettings(scenes, counts, sound, other, training, control);
  }

  /** The same with other training. */
  public ExperimentSettings withTraining(TrainingSettings other) {
    return new ExperimentSettings(scenes, counts, sound, encoder, other, control);
  }

  /** The same with another control. */
  public ExperimentSettings withControl(Control other) {
    return new ExperimentSettings(scenes, counts, sound, encoder, training, other);
  }

  /** The same with another seed for scenes, weights, order and augmentation. */
  public ExperimentSettings withSeed(long seed) {
    return withTraining(training.withPlan(training.plan().withSeed(seed)));
  }

  /** The seed everything is drawn from. */
  public long seed() {
    return training.plan().seed();
  }
}
