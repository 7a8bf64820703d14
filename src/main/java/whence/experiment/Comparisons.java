package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import whence.loss.PeerObjective;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;

/** The comparisons of this project. Each is made of the settings of the method itself. */
public final class Comparisons {

  /** The seeds of tables. */
  public static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private Comparisons() {}

  /**
   * The method beside the objectives of its peers, on the same encoders and data and for the same
   * number of epochs: a peer trains from beginning to end by its own objective, at the temperature
   * its authors used.
   *
   * @param method settings of the method
   */
  public static Comparison peers(ExperimentSettings method) {
    List<ComparisonRow> rows = new ArrayList<>(peerRows("", method));
    return new Comparison("peers", rows, SEEDS);
  }

  private static List<ComparisonRow> peerRows(String prefix, ExperimentSettings method) {
    ExperimentSettings alone = method.withControl(ExperimentSettings.Control.NONE);
    return List.of(
        peer(
            prefix + "triplet", "attention triplet (2018)", alone, PeerObjective.ATTENTION_TRIPLET),
        peer(prefix + "lvs", "LVS (2021)", alone, PeerObjective.TRI_MAP),
        peer(prefix + "ez-vsl", "EZ-VSL (2022)", alone, PeerObjective.MAX_POOLED_INFO_NCE),
        peer(prefix + "fnac", "FNAC (2023)", alone, PeerObjective.AFFINITY),
        new ComparisonRow(prefix + "iterative", "iterative", alone));
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
   * The method with one part at a time taken out or changed.
   *
   * @param method settings of the method
   */
  public static Comparison ablation(ExperimentSettings method) {
    return new Comparison("ablation", new Ablation(method).rows(), SEEDS);
  }
}
