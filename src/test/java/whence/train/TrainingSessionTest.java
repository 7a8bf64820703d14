package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.label.PseudoLabels;
import whence.model.DualEncoder;

final class TrainingSessionTest {
  private static final TrainingSettings SETTINGS = ToyRun.settings(2, 1);
  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;
  private final ToyClips toys = new ToyClips(96, 5);

  private TrainingSession begin() {
    return TrainingSession.begin(toys.bank(), ToyRun.SHAPE, SETTINGS);
  }

  @Test
  void endsWithTheWeightsOfTheIterativeTrainer() {
    RunFiles files = new RunFiles(folder, "toy");
    IterativeTrainer trainer =
        new IterativeTrainer(toys.bank(), ToyRun.SHAPE, SETTINGS, files, NOBODY);
    try (TrainingState byPlan = trainer.train();
        TrainingSession session = begin()) {
      session.train(1, NOBODY);
      session.train(1, NOBODY);
      for (int t = 1; t <= SETTINGS.plan().iterations(); t++) {
        session.beginIteration(session.drawLabels());
        session.train(1, NOBODY);
      }
      assertThat(weights(session.encoder())).isEqualTo(weights(byPlan.encoder()));
    }
  }

  @Test
  void interruptedSessionGoesOnFromItsLastBatch() {
    try (TrainingSession session = begin()) {
      float[] before = weights(session.encoder());
      TrainingListener stop =
          new TrainingListener() {
            @Override
            public void onStep(Progress progress, StepReport report) {
              Thread.currentThread().interrupt();
            }
          };
      assertThatThrownBy(() -> session.train(1, stop)).isInstanceOf(TrainingInterrupted.class);
      float[] kept = weights(session.encoder());
      assertThat(kept).isNotEqualTo(before);
      assertThat(session.epochsDone()).isZero();
      session.train(1, NOBODY);
      assertThat(session.epochsDone()).isEqualTo(1);
      assertThat(weights(session.encoder())).isNotEqualTo(kept);
      assertThat(session.history().epochs()).containsExactly(1 / 3.0, 2 / 3.0, 1);
    }
  }

  @Test
  void forkStandsWhereTheOriginalDoesAndLeavesItAlone() {
    try (TrainingSession session = begin()) {
      session.train(1, NOBODY);
      PseudoLabels labels = session.drawLabels();
      session.beginIteration(labels);
      try (TrainingSession control = session.fork()) {
        assertThat(control.iteration()).isEqualTo(1);
        session.train(1, NOBODY);
        float[] first = weights(session.encoder());
        control.train(1, NOBODY);
        assertThat(weights(control.encoder())).isEqualTo(first);
        control.beginIteration(labels);
        control.train(1, NOBODY);
        assertThat(weights(session.encoder())).isEqualTo(first);
      }
    }
  }

  @Test
  void historyHoldsEveryTermOfEveryIteration() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onNetwork(DualEncoder network) {
            told.add("network");
          }

          @Override
          public void onEpoch(EpochReport report) {
            told.add("epoch " + report.iteration() + "." + report.epoch());
          }
        };
    try (TrainingSession session = begin()) {
      session.train(2, listener);
      session.beginIteration(session.drawLabels());
      session.train(1, listener);
      LossHistory history = session.history();
      assertThat(history.terms()).contains("loss", "image_to_sound", "sound_to_image");
      assertThat(history.epochs()).hasSize(9).endsWith(3);
      assertThat(history.values("loss")).hasSize(9).doesNotContain(Double.NaN);
      assertThat(history.values("no such term")).containsOnly(Double.NaN);
      assertThat(told)
          .containsExactly(
              "network",
              "network",
              "epoch 0.0",
              "network",
              "epoch 0.1",
              "network",
              "network",
              "epoch 1.0");
    }
  }

  @Test
  void refusesWhatCannotBeTrained() {
    TrainingSettings large = SETTINGS.withBatchSize(200);
    assertThatThrownBy(() -> TrainingSession.begin(toys.bank(), ToyRun.SHAPE, large))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("96 clips in batches of 200");
    try (TrainingSession session = begin()) {
      assertThatThrownBy(() -> session.train(0, NOBODY))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("0 epochs");
      try (TrainingSession other =
          TrainingSession.begin(new ToyClips(64, 5).bank(), ToyRun.SHAPE, SETTINGS)) {
        PseudoLabels foreign = other.drawLabels();
        assertThatThrownBy(() -> session.beginIteration(foreign))
            .isInstanceOf(WhenceException.class)
            .hasMessageContaining("labels of 64 other clips");
      }
    }
  }

  private static float[] weights(DualEncoder encoder) {
    List<Float> all = new ArrayList<>();
    encoder
        .parameters()
        .all()
        .values()
        .forEach(
            tensor -> {
              for (float value : Tensors.toArray(tensor)) {
                all.add(value);
              }
            });
    float[] weights = new float[all.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = all.get(i);
    }
    return weights;
  }
}
