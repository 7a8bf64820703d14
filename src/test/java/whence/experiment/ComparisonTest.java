package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.WhenceException;
import whence.label.LabelSettings;
import whence.loss.ObjectiveSettings;
import whence.loss.PeerObjective;
import whence.train.Relations;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;

/** What is compared: named rows, what differs between them, and what they may share. */
class ComparisonTest {
  private static final ExperimentSettings METHOD =
      ExperimentSettings.quick().withScenes(ExperimentSettings.full().scenes());
  private static final ComparisonRow ROW = new ComparisonRow("a", "a row", METHOD);

  @Test
  void rowsAndSeedsComeOnce() {
    assertThatThrownBy(() -> new Comparison("x", List.of(ROW, ROW), List.of(1L)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot compare runs")
        .hasMessageContaining("2 rows of 1 names")
        .hasMessageContaining("each name once");
    assertThatThrownBy(() -> new Comparison("x", List.of(), List.of(1L)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 rows");
    for (List<Long> seeds : List.of(List.<Long>of(), List.of(1L, 2L, 1L))) {
      assertThatThrownBy(() -> new Comparison("x", List.of(ROW), seeds))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("the seeds " + seeds)
          .hasMessageContaining("such as 1,2,3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a/b", "../a", "-a", "a b"})
  void namesOfRowsAreNamesOfFolders(String name) {
    assertThatThrownBy(() -> new ComparisonRow(name, "title", METHOD))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot name a row of a comparison")
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void rowsOnEqualScenesAreABlock() {
    ComparisonRow smaller =
        new ComparisonRow("b", "b", METHOD.withCounts(new SceneCounts(100, 20, 20)));
    ComparisonRow later = new ComparisonRow("c", "c", METHOD.withSeed(9));
    Comparison comparison =
        new Comparison("x", List.of(ROW, smaller, later), List.of(1L)).withSeeds(List.of(4L, 5L));
    assertThat(comparison.blocks()).containsExactly(List.of(ROW, later), List.of(smaller));
    assertThat(comparison.seeds()).containsExactly(4L, 5L);
  }

  @Test
  void everyPeerTrainsForAllEpochsByItsOwnObjective() {
    Comparison peers = Comparisons.peers(METHOD);
    assertThat(peers.seeds()).containsExactly(1L, 2L, 3L);
    Set<PeerObjective> seen = new HashSet<>();
    for (ComparisonRow row : peers.rows()) {
      TrainingSettings training = row.settings().training();
      TrainingPlan plan = training.plan();
      assertThat(row.settings().control()).isEqualTo(ExperimentSettings.Control.NONE);
      assertThat(plan.firstEpochs() + plan.iterations() * plan.epochs()).isEqualTo(30 + 2 * 3);
      if (plan.iterations() == 0) {
        seen.add(training.firstObjective());
        assertThat(training.objective().temperature())
            .isEqualTo(training.firstObjective().publishedTemperature());
      } else {
        assertThat(training).isEqualTo(METHOD.training());
      }
    }
    assertThat(peers.blocks()).hasSize(3);
    assertThat(peers.blocks().get(0)).hasSize(5);
    assertThat(peers.blocks())
        .extracting(block -> block.get(0).settings().scenes().cast().text())
        .containsExactly("all classes", "8 classes", "all classes, two sounds mixed");
    assertThat(seen).containsExactlyInAnyOrder(PeerObjective.values());
    assertThat(Comparisons.peers(ExperimentSettings.quick()).blocks())
        .extracting(block -> block.get(0).settings().scenes().cast().mostClasses())
        .containsExactly(8, 4, 8);
  }

  @Test
  void everyRowOfTheAblationIsAnotherRun() {
    Comparison ablation = Comparisons.ablation(METHOD);
    assertThat(ablation.rows().get(0).settings().training()).isEqualTo(METHOD.training());
    Set<ExperimentSettings> different = new HashSet<>();
    ablation.rows().forEach(row -> different.add(row.settings()));
    assertThat(different).hasSameSizeAs(ablation.rows());
    assertThat(ablation.blocks()).hasSize(1);
    // all but the one without iterations learn from the same iteration 0
    long shared =
        ablation.rows().stream().filter(row -> SharedStart.isEqual(row.settings(), METHOD)).count();
    assertThat(shared).isEqualTo(ablation.rows().size() - 1);
  }

  @Test
  void everyRowOfTheAblationTakesAsManyEpochs() {
    assertThat(Comparisons.ablation(METHOD).rows())
        .extracting(row -> row.settings().training().plan())
        .extracting(plan -> plan.firstEpochs() + plan.iterations() * plan.epochs())
        .containsOnly(36);
  }

  @Test
  void seedsAreOfTheMethodAndItsControl() {
    Comparison seeds = Comparisons.seeds(METHOD);
    assertThat(seeds.rows()).extracting(ComparisonRow::name).containsExactly("method", "frozen");
    assertThat(seeds.rows().get(0).settings().training()).isEqualTo(METHOD.training());
    assertThat(seeds.rows().get(1))
        .isEqualTo(
            Comparisons.ablation(METHOD).rows().stream()
                .filter(row -> row.name().equals("frozen"))
                .findFirst()
                .orElseThrow());
    assertThat(seeds.seeds()).isEqualTo(Comparisons.SEEDS);
  }

  @Test
  void onlyWhatActsFromIterationOneOnMayDiffer() {
    TrainingSettings training = METHOD.training();
    TrainingPlan plan = training.plan();
    assertThat(
            List.of(
                training.withLabels(LabelSettings.defaults().withNeighbours(3)),
                training.withObjective(training.objective().withoutIntraFrame()),
                training.withPlan(plan.withRelations(Relations.NONE)),
                training.withPlan(plan.withLength(plan.firstEpochs(), 9, 7))))
        .allMatch(later -> SharedStart.isEqual(METHOD, METHOD.withTraining(later)));
    ObjectiveSettings warmer = training.objective().withTemperature(0.2);
    assertThat(
            List.of(
                training.withObjective(warmer),
                training.withFirstObjective(PeerObjective.TRI_MAP),
                training.withLearningRate(0.1),
                training.withBatchSize(32),
                training.withPlan(plan.withSeed(8)),
                training.withPlan(plan.withLength(9, plan.epochs(), plan.iterations()))))
        .noneMatch(earlier -> SharedStart.isEqual(METHOD, METHOD.withTraining(earlier)));
    assertThat(SharedStart.isEqual(METHOD, METHOD.withCounts(new SceneCounts(700, 100, 100))))
        .isFalse();
    assertThat(SharedStart.isEqual(METHOD, METHOD.withControl(ExperimentSettings.Control.NONE)))
        .isTrue();
  }
}
