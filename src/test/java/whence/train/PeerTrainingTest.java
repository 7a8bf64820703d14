package whence.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.loss.AffinityContrastive;
import whence.loss.MaxPooledInfoNce;
import whence.loss.PeerObjective;

/** A plan of no iterations trains a peer. */
class PeerTrainingTest {
  @TempDir Path folder;

  /** A place drawn at random is right in 1 of 8 cases. */
  @ParameterizedTest
  @CsvSource({"ATTENTION_TRIPLET, 0.5", "TRI_MAP, 0.5", "AFFINITY, 0.5"})
  void everyPeerLearnsWhereTheSoundComesFrom(PeerObjective objective, double pointing) {
    TrainingSettings settings = ToyRun.settings(12, 1);
    settings =
        settings.withFirstObjective(objective).withPlan(settings.plan().withLength(12, 1, 0));
    List<EpochReport> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            epochs.add(report);
          }
        };
    ToyClips toys = new ToyClips(192, 5);
    RunFiles files = new RunFiles(folder, "identity");
    try (TrainingState state =
        new IterativeTrainer(toys.bank(), ToyRun.SHAPE, settings, files, listener).train()) {
      assertThat(ToyRun.pointing(state)).isGreaterThan(pointing);
    }
    assertThat(epochs).hasSize(12);
    List<String> terms = new ArrayList<>(List.of("loss"));
    terms.addAll(objective.terms());
    assertThat(epochs.get(0).terms()).containsOnlyKeys(terms);
    // from epoch 3 on, when the affinities have joined
    assertThat(epochs.get(11).terms().get("loss")).isLessThan(epochs.get(3).terms().get("loss"));
  }

  @Test
  void affinitiesJoinAfterTheirWarmUp() {
    TrainingSettings settings = ToyRun.settings(1, 1).withFirstObjective(PeerObjective.AFFINITY);
    try (PlainObjective objective = new PlainObjective(settings)) {
      for (int epoch = 0; epoch < 5; epoch++) {
        Map<String, INDArray> fed = new HashMap<>();
        objective.feed(new int[0], epoch, fed);
        assertThat(fed.get(AffinityContrastive.AFFINITY_ON).getDouble(0))
            .isEqualTo(epoch < 3 ? 0 : 1);
      }
    }
    try (PlainObjective plain = new PlainObjective(ToyRun.settings(1, 1))) {
      Map<String, INDArray> fed = new HashMap<>();
      plain.feed(new int[0], 0, fed);
      assertThat(fed).containsOnlyKeys(MaxPooledInfoNce.DIAGONAL);
    }
  }
}
