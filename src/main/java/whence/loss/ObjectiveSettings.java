package whence.loss;

import whence.WhenceException;

/**
 * The switches of the iterative objective.
 *
 * @param temperature tau, above 0
 * @param positiveCells which cells are pulled towards related sounds
 * @param hardCells which non-sounding cells are pushed away
 * @param hardCount k for {@link HardCells#HIGHEST}, at least 1; otherwise without effect
 * @param quietWeight weight of {@link QuietCells}, at least 0; 0 leaves the term out
 * @param quietLevel cosine that non-sounding cells are held down to, in [-1, 1]
 */
public record ObjectiveSettings(
    double temperature,
    PositiveCells positiveCells,
    HardCells hardCells,
    int hardCount,
    double quietWeight,
    double quietLevel) {

  /** Checks ranges. */
  public ObjectiveSettings {
    if (!(temperature > 0)
        || hardCount < 1
        || !(quietWeight >= 0)
        || !(Math.abs(quietLevel) <= 1)) {
      throw new WhenceException(
          "Cannot use these settings of the objective",
          "temperature %s, hard count %d, quiet weight %s at level %s"
              .formatted(temperature, hardCount, quietWeight, quietLevel),
          "temperature > 0, hard count >= 1, quiet weight >= 0, level in [-1, 1]",
          "start from ObjectiveSettings.defaults()");
    }
  }

  /** tau = 0.07, mean of the positive region, single hardest cell, quiet cells at -0.25. */
  public static ObjectiveSettings defaults() {
    return new ObjectiveSettings(0.07, PositiveCells.REGION_MEAN, HardCells.MAXIMUM, 4, 5, -0.25);
  }

  /** The same at another temperature. */
  public ObjectiveSettings withTemperature(double tau) {
    return new ObjectiveSettings(tau, positiveCells, hardCells, hardCount, quietWeight, quietLevel);
  }

  /** The same with other positive cells. */
  public ObjectiveSettings withPositiveCells(PositiveCells cells) {
    return new ObjectiveSettings(temperature, cells, hardCells, hardCount, quietWeight, quietLevel);
  }

  /** The same with other hard cells; {@code count} matters for {@link HardCells#HIGHEST}. */
  public ObjectiveSettings withHardCells(HardCells cells, int count) {
    return new ObjectiveSettings(temperature, positiveCells, cells, count, quietWeight, quietLevel);
  }

  /** Without anything drawn inside the frame: best cell up, no cell down. */
  public ObjectiveSettings withoutIntraFrame() {
    return withPositiveCells(PositiveCells.MAXIMUM)
        .withHardCells(HardCells.NONE, hardCount)
        .withQuietWeight(0);
  }

  /** The same with another weight of the term on non-sounding cells. */
  public ObjectiveSettings withQuietWeight(double weight) {
    return new ObjectiveSettings(
        temperature, positiveCells, hardCells, hardCount, weight, quietLevel);
  }
}
