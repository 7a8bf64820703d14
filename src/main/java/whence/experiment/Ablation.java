package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.label.LabelSettings;
import whence.loss.HardCells;
import whence.loss.ObjectiveSettings;
import whence.train.LabelRenewal;
import whence.train.Relations;
import whence.train.StartOfIteration;
import whence.train.TrainingPlan;
import whence.train.TrainingSettings;

/** The rows of the ablation: the method, then one part at a time taken out or changed. */
final class Ablation {

  private final ExperimentSettings method;
  private final TrainingSettings training;
  private final TrainingPlan plan;
  private final ObjectiveSettings objective;
  private final LabelSettings labels;
  private final List<ComparisonRow> rows = new ArrayList<>();

  Ablation(ExperimentSettings method) {
    this.method = method.withControl(ExperimentSettings.Control.NONE);
    this.training = method.training();
    this.plan = training.plan();
    this.objective = training.objective();
    this.labels = training.labels();
  }

  List<ComparisonRow> rows() {
    add("both", "both: the method", training);
    add("plain", "plain, as long", training.withPlan(Comparisons.asLong(plan)));
    addParts();
    addFrozen();
    addFresh();
    addSizes();
    return rows;
  }

  /** The method and the control whose labels stay those of iteration 1. */
  List<ComparisonRow> control() {
    add("method", "the method", training);
    addFrozen();
    return rows;
  }

  private void addParts() {
    add("intra", "intra-frame only", training.withPlan(plan.withRelations(Relations.NONE)));
    add("inter", "inter-frame only", training.withObjective(objective.withoutIntraFrame()));
    ObjectiveSettings soft = objective.withHardCells(HardCells.NONE, objective.hardCount());
    add("no-hard-cell", "no hardest cell", training.withObjective(soft));
    ObjectiveSettings loud = objective.withQuietWeight(0);
    add("no-quiet", "no quiet cells", training.withObjective(loud));
  }

  private void addFrozen() {
    add("frozen", "labels frozen", training.withPlan(plan.withRenewal(LabelRenewal.FROZEN)));
  }

  /**
   * One iteration from random weights that takes the epochs of all: in those of a single one
   * nothing is learned from random weights. Beside the row of frozen labels it differs in the start
   * alone.
   */
  private void addFresh() {
    TrainingPlan once =
        plan.withStart(StartOfIteration.FRESH)
            .withLength(plan.firstEpochs(), plan.iterations() * plan.epochs(), 1);
    add("fresh", "fresh weights, once", training.withPlan(once));
  }

  /** Half, twice, and a fixed size of the region; a quarter and twice the neighbours. */
  private void addSizes() {
    addRegion("small-region", labels.positiveFraction() / 2);
    addRegion("large-region", Math.min(1, labels.positiveFraction() * 2));
    LabelSettings fixed = labels.withPositiveLevel(0);
    add("fixed-region", "region of fixed size", training.withLabels(fixed));
    addNeighbours("few-neighbours", labels.neighbours() / 4);
    addNeighbours("many-neighbours", labels.neighbours() * 2);
  }

  private void addRegion(String name, double share) {
    String title = String.format(Locale.ROOT, "region up to %.1f %%", 100 * share);
    add(name, title, training.withLabels(labels.withPositiveFraction(share)));
  }

  private void addNeighbours(String name, int count) {
    add(name, count + " neighbours", training.withLabels(labels.withNeighbours(count)));
  }

  private void add(String name, String title, TrainingSettings changed) {
    rows.add(new ComparisonRow(name, title, method.withTraining(changed)));
  }
}
