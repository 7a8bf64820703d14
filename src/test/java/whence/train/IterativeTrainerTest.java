package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.label.LabelSettings;
import whence.label.PseudoLabels;
import whence.model.AudioLayer;
import whence.model.DualEncoderSettings;
import whence.model.Normalisation;

class IterativeTrainerTest {

  private static final DualEncoderSettings SHAPE =
      new DualEncoderSettings(
          8, 16, 8, List.of(new AudioLayer(8, 2), new AudioLayer(16, 2)), Normalisation.BATCH);
  private static final TrainingSettings SETTINGS =
      TrainingSettings.defaults()
          .withBatchSize(16)
          .withLearningRate(3e-3)
          .withAugmentation(new SpectrogramAugmentation(2, 2, 4, 0))
          .withLabels(new LabelSettings(0.125, 0.5, 8))
          .withPlan(TrainingPlan.defaults().withLength(6, 2, 2));

  @TempDir Path folder;
  private final ToyClips toys = new ToyClips(128, 5);

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void learnsWhereTheSoundComesFrom(Normalisation normalisation) {
    List<EpochReport> epochs = new ArrayList<>();
    IterativeTrainer trainer =
        trainer(SHAPE.withNormalisation(normalisation), SETTINGS, "a", collect(epochs));
    try (TrainingState state = trainer.train()) {
      assertThat(pointing(state)).isGreaterThan(0.9);
      assertThat(epochs).hasSize(6 + 2 + 2);
      assertThat(epochs.get(5).terms().get("loss")).isLessThan(epochs.get(0).terms().get("loss"));
      assertThat(epochs.get(0).terms())
          .containsOnlyKeys("loss", "image_to_sound", "sound_to_image");
    }
  }

  @Test
  void interruptedRunEndsWithTheSameWeights() {
    Map<String, float[]> undisturbed = train("whole", new TrainingListener() {});
    for (int stopAt : new int[] {3, 17, 49, 60, 79}) {
      TrainingListener interrupt = interruptAfter(stopAt);
      assertThatThrownBy(() -> train("part" + stopAt, interrupt))
          .isInstanceOf(TrainingInterrupted.class);
      Map<String, float[]> resumed = train("part" + stopAt, new TrainingListener() {});
      assertThat(resumed.keySet()).isEqualTo(undisturbed.keySet());
      resumed.forEach(
          (name, values) ->
              assertThat(values).as(name + " after " + stopAt).isEqualTo(undisturbed.get(name)));
    }
  }

  @Test
  void frozenLabelsStayThoseOfIterationOne() {
    List<PseudoLabels> labels = new ArrayList<>();
    TrainingSettings frozen = SETTINGS.withPlan(SETTINGS.plan().withRenewal(LabelRenewal.FROZEN));
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onLabels(PseudoLabels drawn) {
            labels.add(drawn);
          }
        };
    trainer(SHAPE, frozen, "frozen", listener).train().close();
    assertThat(labels).hasSize(2);
    assertThat(labels.get(1).iteration()).isEqualTo(2);
    for (int i = 0; i < labels.get(0).size(); i++) {
      assertThat(labels.get(1).positive().get(i).cells())
          .isEqualTo(labels.get(0).positive().get(i).cells());
    }
  }

  @Test
  void freshStartForgetsWeights() {
    TrainingSettings fresh = SETTINGS.withPlan(SETTINGS.plan().withStart(StartOfIteration.FRESH));
    List<EpochReport> epochs = new ArrayList<>();
    trainer(SHAPE, fresh, "fresh", collect(epochs)).train().close();
    List<EpochReport> warm = new ArrayList<>();
    trainer(SHAPE, SETTINGS, "warm", collect(warm)).train().close();
    assertThat(epochs.get(6).terms().get("loss")).isGreaterThan(warm.get(6).terms().get("loss"));
  }

  @Test
  void refusesARunFolderOfOtherSettings() {
    train("other", new TrainingListener() {});
    RunFiles files = new RunFiles(folder.resolve("other"), "identity two");
    IterativeTrainer trainer =
        new IterativeTrainer(toys.bank(), SHAPE, SETTINGS, files, new TrainingListener() {});
    assertThatThrownBy(trainer::train)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("checkpoint of other settings or data")
        .hasMessageContaining("identity two")
        .hasMessageContaining("choose another run folder");
  }

  @Test
  void stopsBeforeANumberThatIsNotFiniteReachesTheWeights() {
    TrainingSettings wild = SETTINGS.withLearningRate(1e30);
    IterativeTrainer trainer = trainer(SHAPE, wild, "wild", new TrainingListener() {});
    assertThatThrownBy(trainer::train)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Training stopped at step")
        .hasMessageContaining("loss term loss")
        .hasMessageContaining("lower the learning rate");
  }

  private Map<String, float[]> train(String name, TrainingListener listener) {
    try (TrainingState state = trainer(SHAPE, SETTINGS, name, listener).train()) {
      Map<String, float[]> weights = new TreeMap<>();
      state.encoder().parameters().all().forEach((k, v) -> weights.put(k, Tensors.toArray(v)));
      weights.put("adam", Tensors.toArray(state.adam().state()));
      return weights;
    }
  }

  private IterativeTrainer trainer(
      DualEncoderSettings shape, TrainingSettings settings, String name, TrainingListener to) {
    RunFiles files = new RunFiles(folder.resolve(name), "identity one");
    return new IterativeTrainer(toys.bank(), shape, settings, files, to);
  }

  private double pointing(TrainingState state) {
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

  private static TrainingListener collect(List<EpochReport> epochs) {
    return new TrainingListener() {
      @Override
      public void onEpoch(EpochReport report) {
        epochs.add(report);
      }
    };
  }

  private static TrainingListener interruptAfter(int steps) {
    return new TrainingListener() {
      private int seen;

      @Override
      public void onStep(Progress progress, StepReport report) {
        if (++seen == steps) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
