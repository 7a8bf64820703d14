package whence.train;

import whence.label.PseudoLabels;
import whence.model.DualEncoder;

/** Is told how training goes. Every method may be left as it is. */
public interface TrainingListener {

  /** A batch is done. */
  default void onStep(Progress progress, StepReport report) {}

  /** An epoch is done and its checkpoint written. */
  default void onEpoch(EpochReport report) {}

  /**
   * The network as it is before the first epoch and after each; it may be asked for maps, and
   * neither changed nor closed.
   */
  default void onNetwork(DualEncoder network) {}

  /** Labels have been drawn for the coming iteration. */
  default void onLabels(PseudoLabels labels) {}

  /** An iteration is done; the state may be read, not changed. */
  default void onIteration(TrainingState state) {}

  /**
   * Where training stands.
   *
   * @param iteration from 0
   * @param epoch from 0
   * @param epochs of this iteration
   * @param step from 0
   * @param steps of this epoch
   */
  record Progress(int iteration, int epoch, int epochs, int step, int steps) {}
}
