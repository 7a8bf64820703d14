package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import whence.data.scene.Cast;
import whence.data.scene.SceneSettings;
import whence.loss.PeerObjective;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;

/** The comparisons of this project. Each is made of the settings of the method itself. */
public final class Comparisons {

  /** The seeds of tables. */
  public static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private Comparisons() {}

  /**
   * Classes at most of the setting that is rich in false negatives: of 64 clips, 7 others are
   * alike. At most half of those of the method itself.
   */
  private static final int FEW_CLASSES = 8;

  /**
   * The method beside the objectives of its peers, on the same encoders and data and for the same
   * number of epochs: a peer trains from beginning to end by its own objective, at the temperature
   * its authors used (the triplet, which has none, at one of ours). Then the strongest of them on
   * scenes of few classes, where most negatives of a batch are false ones, and on scenes of two
   * sounding objects whose sounds are mixed.
   *
   * @param method settings of the method
   */
  public static Comparison peers(ExperimentSettings method) {
    ExperimentSettings alone = method.withControl(ExperimentSettings.Control.NONE);
    SceneSettings scenes = alone.scenes();
    int fewer = Math.min(FEW_CLASSES, scenes.cast().mostClasses() / 2);
    Cast few = scenes.cast().withMostClasses(fewer);
    Cast two = scenes.cast().withTwoSounding(scenes.cast().otherBelowDb());
    List<ComparisonRow> rows = new ArrayList<>();
    rows.add(peer("triplet", "triplet (2018)", alone, PeerObjective.ATTENTION_TRIPLET));
    rows.add(peer("lvs", "LVS (2021)", alone, PeerObjective.TRI_MAP));
    rows.addAll(strongest("", alone));
    rows.addAll(strongest("few-", alone.withScenes(scenes.withCast(few))));
    SceneSettings mixed = scenes.withCast(two).withSilent(List.of(0.5, 0.5), 0);
    rows.addAll(strongest("two-", alone.withScenes(mixed)));
    return new Comparison("peers", rows, SEEDS);
  }

  private static List<ComparisonRow> strongest(String prefix, ExperimentSettings method) {
    return List.of(
        peer(prefix + "ez-vsl", "EZ-VSL (2022)", method, PeerObjective.MAX_POOLED_INFO_NCE),
        peer(prefix + "fnac", "FNAC (2023)", method, PeerObjective.AFFINITY),
        new ComparisonRow(prefix + "iterative", "iterative", method));
  }

  private static ComparisonRow peer(
      String name, String title, ExperimentSettings method, PeerObjective objective) {
    TrainingSettings training = method.training();
    return new ComparisonRow(
        name,
        title,
        method.withTraining(
            training
                .withPlan(asLong(training.plan()))
                .withFirstObjective(objective)
                .withObjective(
                    training.objective().withTemperature(objective.publishedTemperature()))));
  }

  /** All epochs of a plan, without labels. */
  static TrainingPlan asLong(TrainingPlan plan) {
    int epochs = plan.firstEpochs() + plan.iterations() * plan.epochs();
    return plan.withLength(epochs, plan.epochs(), 0);
  }

  /**
   * The method and its frozen-label control alone: what curves and tables over several seeds are
   * made of.
   *
   * @param method settings of the method
   */
  public static Comparison seeds(ExperimentSettings method) {
    return new Comparison("seeds", new Ablation(method).control(), SEEDS);
  }

  /**
   * The method with one part at a time taken out or changed.
   *
   * @param method settings of the method
   */
  public static Comparison ablation(ExperimentSettings method) {
    return new Comparison("ablation", new Ablation(method).rows(), SEEDS);
  }
}
