package whence.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How every loss term went, over all epochs of all iterations: about ten means an epoch.
 *
 * <p>An epoch that is done again after an interruption replaces what it had left. A term that an
 * iteration does not have is NaN there.
 */
public final class LossHistory implements TrainingListener {
  private static final int MEANS_AN_EPOCH = 10;

  private final List<Point> points = new ArrayList<>();
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int summed;
  private int iteration;
  private int epochsBefore;
  private int epochsOfIteration;

  /**
   * One mean.
   *
   * @param epochs epochs of all iterations up to here, a fraction inside an epoch
   * @param iteration it belongs to
   * @param terms nats
   */
  public record Point(double epochs, int iteration, Map<String, Double> terms) {
    /** Copies the map. */
    public Point {
      terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    if (progress.step() == 0) {
      beginEpoch(progress);
    }
    report.terms().forEach((name, value) -> sums.merge(name, value, Double::sum));
    summed++;
    int every = Math.max(1, progress.steps() / MEANS_AN_EPOCH);
    boolean last = progress.step() == progress.steps() - 1;
    if (summed == every || last) {
      double within = (progress.step() + 1.0) / progress.steps();
      sums.replaceAll((name, sum) -> sum / summed);
      points.add(new Point(epochsBefore + progress.epoch() + within, iteration, sums));
      clearSums();
    }
  }

  private void beginEpoch(Progress progress) {
    if (progress.iteration() != iteration) {
      epochsBefore += epochsOfIteration;
      iteration = progress.iteration();
    }
    epochsOfIteration = progress.epoch() + 1;
    double begin = epochsBefore + progress.epoch();
    points.removeIf(point -> point.epochs() > begin);
    clearSums();
  }

  private void clearSums() {
    sums.clear();
    summed = 0;
  }

  /** All means so far, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** Names of all terms met, in the order they came: the whole loss first. */
  public List<String> terms() {
    return points.stream().flatMap(p -> p.terms().keySet().stream()).distinct().toList();
  }

  /** Epochs of every mean. */
  public double[] epochs() {
    return points.stream().mapToDouble(Point::epochs).toArray();
  }

  /** One term at every mean, nats; NaN where an iteration does not have it. */
  public double[] values(String term) {
    return points.stream().mapToDouble(p -> p.terms().getOrDefault(term, Double.NaN)).toArray();
  }
}
