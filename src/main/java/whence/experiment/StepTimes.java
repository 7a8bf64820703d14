package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import whence.label.PseudoLabels;
import whence.train.StepReport;
import whence.train.TrainingListener;
import whence.train.TrainingState;

/**
 * Times of training from the moments it reports: a step is what lies between two reports of one
 * epoch (so the first of an epoch, which may compile a graph, is left out), a label refresh what
 * lies between the end of an iteration and its labels.
 */
final class StepTimes implements TrainingListener {
  private final List<Double> plain = new ArrayList<>();
  private final List<Double> iterative = new ArrayList<>();
  private final List<Double> labels = new ArrayList<>();
  private long last;

  @Override
  public void onStep(Progress progress, StepReport report) {
    double seconds = elapsed();
    if (progress.step() > 0) {
      (progress.iteration() == 0 ? plain : iterative).add(seconds);
    }
  }

  @Override
  public void onIteration(TrainingState state) {
    elapsed();
  }

  @Override
  public void onLabels(PseudoLabels drawn) {
    labels.add(elapsed());
  }

  private double elapsed() {
    long now = System.nanoTime();
    double seconds = (now - last) * 1e-9;
    last = now;
    return seconds;
  }

  /** Seconds of every step of iteration 0. */
  double[] plain() {
    return array(plain);
  }

  /** Seconds of every step of later iterations. */
  double[] iterative() {
    return array(iterative);
  }

  /** Seconds of every label refresh. */
  double[] labels() {
    return array(labels);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
