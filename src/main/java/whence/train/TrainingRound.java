package whence.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import whence.data.ClipBank;
import whence.engine.LearningRateSchedule;

/**
 * The epochs of one iteration, under labels that do not change.
 *
 * <p>Every epoch visits the clips in a new order; a last incomplete batch is left out. Order and
 * augmentation come from a generator made of seed, iteration and epoch alone.
 */
final class TrainingRound {

  private final TrainingState state;
  private final ClipBank clips;
  private final TrainingSettings settings;
  private final TrainingListener listener;

  TrainingRound(
      TrainingState state, ClipBank clips, TrainingSettings settings, TrainingListener listener) {
    this.state = state;
    this.clips = clips;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Runs the epochs still to be done.
   *
   * @param objective closed here
   * @param epochs of this iteration in all
   * @param afterEpoch called after each
   */
  void run(Objective objective, int epochs, Runnable afterEpoch) {
    listener.onNetwork(state.encoder());
    try (TrainingStep step = new TrainingStep(state, clips, settings, objective)) {
      while (state.epochsDone() < epochs) {
        EpochReport report = epoch(step, epochs);
        state.epochFinished();
        afterEpoch.run();
        listener.onNetwork(state.encoder());
        listener.onEpoch(report);
      }
    }
  }

  private EpochReport epoch(TrainingStep step, int epochs) {
    long start = System.nanoTime();
    int iteration = state.iteration();
    int epoch = state.epochsDone();
    SplittableRandom random = generator(settings.plan().seed(), iteration, epoch);
    int[] order = permutation(clips.size(), random);
    int size = settings.batchSize();
    int steps = order.length / size;
    LearningRateSchedule rates =
        settings.course().over(settings.learningRate(), Math.max(1, epochs * steps));
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int k = 0; k < steps; k++) {
      if (Thread.interrupted()) {
        throw new TrainingInterrupted(iteration, epoch, k);
      }
      int[] batch = java.util.Arrays.copyOfRange(order, k * size, (k + 1) * size);
      StepReport report = step.run(batch, rates.at(epoch * steps + k), random);
      report.terms().forEach((name, value) -> sums.merge(name, value / steps, Double::sum));
      listener.onStep(new TrainingListener.Progress(iteration, epoch, epochs, k, steps), report);
    }
    return new EpochReport(iteration, epoch, sums, (System.nanoTime() - start) * 1e-9);
  }

  static SplittableRandom generator(long seed, int iteration, int epoch) {
    SplittableRandom root = new SplittableRandom(seed);
    long mixed = root.nextLong() ^ (iteration * 1_000_003L + epoch) * 0x9E3779B97F4A7C15L;
    return new SplittableRandom(mixed);
  }

  /** The numbers below n in random order (Fisher and Yates). */
  static int[] permutation(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
