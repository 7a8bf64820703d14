package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.engine.Tensors;
import whence.label.PseudoLabels;
import whence.model.DualEncoderSettings;
import whence.model.Normalisation;

class IterativeTrainerTest {

  /** Enough to learn: about three seconds on one core. */
  private static final TrainingSettings SETTINGS = ToyRun.settings(12, 2);

  /** Enough to tell one course from another: 6 + 3 + 3 steps. */
  private static final TrainingSettings SHORT = ToyRun.settings(2, 1);

  @TempDir Path folder;
  private final ToyClips toys = new ToyClips(192, 5);
  private final ToyClips fewToys = new ToyClips(96, 5);

  /** A place drawn at random is right in 1 of 8 cases; the silent object's class gives none. */
  @ParameterizedTest
  @CsvSource({"BATCH, 0.9", "DATA_DEPENDENT_START, 0.75"})
  void learnsWhereTheSoundComesFrom(Normalisation normalisation, double pointing) {
    List<EpochReport> epochs = new ArrayList<>();
    DualEncoderSettings shape = ToyRun.SHAPE.withNormalisation(normalisation);
    IterativeTrainer trainer =
        new IterativeTrainer(toys.bank(), shape, SETTINGS, files("a"), collect(epochs));
    try (TrainingState state = trainer.train()) {
      assertThat(ToyRun.pointing(state)).isGreaterThan(pointing);
      assertThat(epochs).hasSize(12 + 2 + 2);
      assertThat(epochs.get(11).terms().get("loss")).isLessThan(epochs.get(0).terms().get("loss"));
      assertThat(epochs.get(0).terms())
          .containsOnlyKeys("loss", "image_to_sound", "sound_to_image");
    }
  }

  /** In the middle of iteration 0, after its last step, and in the middle of iteration 2. */
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 11})
  void interruptedRunEndsWithTheSameWeights(int stopAt) {
    Map<String, float[]> undisturbed = train("whole", new TrainingListener() {});
    assertThatThrownBy(() -> train("part", interruptAfter(stopAt)))
        .isInstanceOf(TrainingInterrupted.class)
        .hasMessageContaining("run again to go on");
    Map<String, float[]> resumed = train("part", new TrainingListener() {});
    assertThat(resumed.keySet()).isEqualTo(undisturbed.keySet());
    resumed.forEach((name, values) -> assertThat(values).as(name).isEqualTo(undisturbed.get(name)));
  }

  @Test
  void frozenLabelsStayThoseOfIterationOne() {
    List<PseudoLabels> labels = new ArrayList<>();
    TrainingSettings frozen = SHORT.withPlan(SHORT.plan().withRenewal(LabelRenewal.FROZEN));
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onLabels(PseudoLabels drawn) {
            labels.add(drawn);
          }
        };
    trainer(frozen, "frozen", listener).train().close();
    assertThat(labels).hasSize(2);
    assertThat(labels.get(1).iteration()).isEqualTo(2);
    for (int i = 0; i < labels.get(0).size(); i++) {
      assertThat(labels.get(1).positive().get(i).cells())
          .isEqualTo(labels.get(0).positive().get(i).cells());
    }
  }

  @Test
  void freshStartForgetsWeights() {
    TrainingSettings fresh = SHORT.withPlan(SHORT.plan().withStart(StartOfIteration.FRESH));
    List<EpochReport> epochs = new ArrayList<>();
    trainer(fresh, "fresh", collect(epochs)).train().close();
    List<EpochReport> warm = new ArrayList<>();
    trainer(SHORT, "warm", collect(warm)).train().close();
    assertThat(epochs.get(2).terms().get("loss")).isGreaterThan(warm.get(2).terms().get("loss"));
  }

  @Test
  void refusesARunFolderOfOtherSettings() {
    train("other", new TrainingListener() {});
    RunFiles files = new RunFiles(folder.resolve("other"), "identity two");
    IterativeTrainer trainer =
        new IterativeTrainer(fewToys.bank(), ToyRun.SHAPE, SHORT, files, new TrainingListener() {});
    assertThatThrownBy(trainer::train)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("checkpoint of other settings or data")
        .hasMessageContaining("identity two")
        .hasMessageContaining("choose another run folder");
  }

  @Test
  void aCompleteRunOnlyReadsItsCheckpoint() {
    Map<String, float[]> first = train("run", new TrainingListener() {});
    List<EpochReport> epochs = new ArrayList<>();
    Map<String, float[]> again = train("run", collect(epochs));
    assertThat(epochs).isEmpty();
    again.forEach((name, values) -> assertThat(values).as(name).isEqualTo(first.get(name)));
  }

  @Test
  void aTruncatedCheckpointIsRefusedAndKept() throws IOException {
    train("run", new TrainingListener() {});
    Path checkpoint = files("run").checkpoint();
    byte[] part = Arrays.copyOf(Files.readAllBytes(checkpoint), 1000);
    Files.write(checkpoint, part);
    assertThatThrownBy(() -> train("run", new TrainingListener() {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read weights " + checkpoint)
        .hasMessageContaining("the file is cut off");
    assertThat(checkpoint).hasBinaryContent(part);
  }

  @Test
  void stopsBeforeANumberThatIsNotFiniteReachesTheWeights() {
    TrainingSettings wild = SHORT.withLearningRate(1e30);
    IterativeTrainer trainer = trainer(wild, "wild", new TrainingListener() {});
    assertThatThrownBy(trainer::train)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Training stopped at step")
        .hasMessageContaining("loss term loss")
        .hasMessageContaining("lower the learning rate");
  }

  @Test
  void namesTheLastGoodCheckpointWhereALaterStepIsNotFinite() throws IOException {
    Path checkpoint = files("spoiled").checkpoint();
    assertThatThrownBy(() -> train("spoiled", interruptAfter(3)))
        .isInstanceOf(TrainingInterrupted.class);
    assertThat(Thread.interrupted()).isFalse();
    byte[] good = Files.readAllBytes(checkpoint);
    float[] row = new float[ToyClips.SHAPE.soundLength()];
    Arrays.fill(row, Float.NaN);
    ClipBank spoiled =
        fewToys.bank().withSounds((clip, to, at) -> System.arraycopy(row, 0, to, at, row.length));
    IterativeTrainer trainer =
        new IterativeTrainer(
            spoiled, ToyRun.SHAPE, SHORT, files("spoiled"), new TrainingListener() {});
    assertThatThrownBy(trainer::train)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Training stopped at step")
        .hasMessageContaining("= NaN")
        .hasMessageContaining("go on from " + checkpoint);
    assertThat(checkpoint).hasBinaryContent(good);
  }

  private Map<String, float[]> train(String name, TrainingListener listener) {
    try (TrainingState state = trainer(SHORT, name, listener).train()) {
      Map<String, float[]> weights = new TreeMap<>();
      state.encoder().parameters().all().forEach((k, v) -> weights.put(k, Tensors.toArray(v)));
      weights.put("adam", Tensors.toArray(state.adam().state()));
      return weights;
    }
  }

  private IterativeTrainer trainer(TrainingSettings settings, String name, TrainingListener to) {
    return new IterativeTrainer(fewToys.bank(), ToyRun.SHAPE, settings, files(name), to);
  }

  private RunFiles files(String name) {
    return new RunFiles(folder.resolve(name), "identity one");
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
