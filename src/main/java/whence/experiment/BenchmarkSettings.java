package whence.experiment;

import whence.WhenceException;

/**
 * How much a benchmark measures.
 *
 * @param run whose scenes, networks and batches are measured
 * @param repeats of every part, at least 1
 * @param scenes composed, seen by the trunk, and evaluated in each repeat, at least 8
 */
public record BenchmarkSettings(ExperimentSettings run, int repeats, int scenes) {

  /** Checks ranges. */
  public BenchmarkSettings {
    if (repeats < 1 || scenes < 8) {
      throw new WhenceException(
          "Cannot run a benchmark",
          repeats + " repeats of " + scenes + " scenes",
          "at least 1 repeat, at least 8 scenes",
          "leave the options out for 5 repeats of 64 scenes");
    }
  }

  /** The main job's sizes, 5 repeats, 64 scenes. */
  public static BenchmarkSettings defaults() {
    return new BenchmarkSettings(ExperimentSettings.full(), 5, 64);
  }

  /** The same with other repeats. */
  public BenchmarkSettings withRepeats(int other) {
    return new BenchmarkSettings(run, other, scenes);
  }

  /** The same with another number of scenes. */
  public BenchmarkSettings withScenes(int other) {
    return new BenchmarkSettings(run, repeats, other);
  }

  /** The same for another run. */
  public BenchmarkSettings withRun(ExperimentSettings other) {
    return new BenchmarkSettings(other, repeats, scenes);
  }
}
