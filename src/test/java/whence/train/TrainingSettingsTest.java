package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.engine.AdamSettings;
import whence.loss.ObjectiveSettings;

class TrainingSettingsTest {

  private final TrainingSettings defaults = TrainingSettings.defaults();

  @Test
  void refusesABatchOfOneAndNoLearning() {
    assertThatThrownBy(() -> defaults.withBatchSize(1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot train with these settings")
        .hasMessageContaining("batch size 1, learning rate 0.001")
        .hasMessageContaining("batch size >= 2")
        .hasMessageContaining("TrainingSettings.defaults()");
    assertThatThrownBy(() -> defaults.withLearningRate(0)).isInstanceOf(WhenceException.class);
  }

  @Test
  void refusesAPlanWithoutEpochs() {
    assertThatThrownBy(() -> TrainingPlan.defaults().withLength(0, 3, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot follow this training plan")
        .hasMessageContaining("0 first epochs, 3 epochs, 1 iterations");
  }

  @Test
  void withersChangeOnePartAlone() {
    AdamSettings adam = AdamSettings.defaults().withMaxGradientNorm(1);
    ObjectiveSettings objective = ObjectiveSettings.defaults().withTemperature(0.1);
    TrainingSettings changed = defaults.withAdam(adam).withObjective(objective);
    assertThat(changed.adam()).isEqualTo(adam);
    assertThat(changed.objective()).isEqualTo(objective);
    assertThat(changed.withAdam(defaults.adam()).withObjective(defaults.objective()))
        .isEqualTo(defaults);
    TrainingPlan plan =
        TrainingPlan.defaults()
            .withLength(20, 3, 6)
            .withSeed(5)
            .withRelations(Relations.NONE)
            .withStart(StartOfIteration.FRESH)
            .withRenewal(LabelRenewal.FROZEN);
    assertThat(plan)
        .isEqualTo(
            new TrainingPlan(
                20, 3, 6, StartOfIteration.FRESH, LabelRenewal.FROZEN, Relations.NONE, 5));
    assertThat(plan.epochsOf(0)).isEqualTo(20);
    assertThat(plan.epochsOf(1)).isEqualTo(3);
  }

  @Test
  void everyEpochHasItsOwnOrderOfAllClips() {
    int[] first = TrainingRound.permutation(50, TrainingRound.generator(1, 0, 0));
    assertThat(first).containsOnlyOnce(java.util.stream.IntStream.range(0, 50).toArray());
    assertThat(TrainingRound.permutation(50, TrainingRound.generator(1, 0, 0))).isEqualTo(first);
    for (SplittableRandom other :
        new SplittableRandom[] {
          TrainingRound.generator(2, 0, 0),
          TrainingRound.generator(1, 1, 0),
          TrainingRound.generator(1, 0, 1)
        }) {
      assertThat(TrainingRound.permutation(50, other)).isNotEqualTo(first);
    }
    assertThat(TrainingRound.permutation(1, TrainingRound.generator(1, 0, 0))).containsExactly(0);
  }
}
