package whence.train;

import java.nio.file.Path;
import java.util.List;
import whence.label.LabelSettings;
import whence.loss.ObjectiveSettings;
import whence.model.AudioLayer;
import whence.model.DualEncoderSettings;
import whence.model.Normalisation;

/** A small training of toy clips: the settings, and a program that runs it in its own process. */
final class ToyRun {

  static final DualEncoderSettings SHAPE =
      new DualEncoderSettings(
          8, 32, 16, List.of(new AudioLayer(16, 2), new AudioLayer(32, 2)), Normalisation.BATCH);

  private ToyRun() {}

  static TrainingSettings settings(int firstEpochs, int epochs) {
    return TrainingSettings.defaults()
        .withBatchSize(32)
        .withLearningRate(5e-3)
        .withAugmentation(Augmentation.none().withSound(new SpectrogramAugmentation(2, 2, 4, 0)))
        .withLabels(new LabelSettings(0.125, 0, 0.5, 8))
        .withObjective(ObjectiveSettings.defaults().withTemperature(0.2))
        .withPlan(TrainingPlan.defaults().withLength(firstEpochs, epochs, 2));
  }

  static IterativeTrainer trainer(Path folder, TrainingListener listener) {
    return new IterativeTrainer(
        new ToyClips(64, 5).bank(),
        SHAPE,
        settings(2, 2),
        new RunFiles(folder, "toy run"),
        listener);
  }

  /** Share of unseen toys whose highest cell belongs to the sounding object. */
  static double pointing(TrainingState state) {
    ToyClips unseen = new ToyClips(64, 99);
    SetEmbedding embedding = SetEmbedding.of(state.encoder(), unseen.bank());
    int hits = 0;
    for (int i = 0; i < 64; i++) {
      float[] map = embedding.maps().get(i).values();
      int best = 0;
      for (int u = 0; u < map.length; u++) {
        best = map[u] > map[best] ? u : best;
      }
      hits += unseen.sounds(i, best) ? 1 : 0;
    }
    return hits / 64.0;
  }

  /** Trains in the folder {@code arguments[0]}; slowly, so that it can be killed in the middle. */
  public static void main(String[] arguments) {
    TrainingListener slow =
        new TrainingListener() {
          @Override
          public void onStep(Progress progress, StepReport report) {
            try {
              Thread.sleep(200);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    trainer(Path.of(arguments[0]), slow).train().close();
  }
}
