package whence.label;

import whence.WhenceException;

/**
 * How pseudo-labels are drawn.
 *
 * @param positiveFraction share of cells of highest correlation taken as sounding, in (0, 1]
 * @param negativeQuantile cells at or below this quantile of a map are non-sounding, in [0, 1)
 * @param neighbours k of the mutual nearest neighbours by sound, at least 0; 0 for no relations
 */
public record LabelSettings(double positiveFraction, double negativeQuantile, int neighbours) {

  /** Checks ranges. */
  public LabelSettings {
    if (!(positiveFraction > 0
        && positiveFraction <= 1
        && negativeQuantile >= 0
        && negativeQuantile < 1
        && neighbours >= 0)) {
      throw new WhenceException(
          "Cannot draw pseudo-labels with these settings",
          "positive fraction %s, negative quantile %s, %d neighbours"
              .formatted(positiveFraction, negativeQuantile, neighbours),
          "fraction in (0, 1], quantile in [0, 1), neighbours >= 0",
          "start from LabelSettings.defaults()");
    }
  }

  /** Top 5 % of cells, lowest 80 % of cells, 20 mutual nearest neighbours. */
  public static LabelSettings defaults() {
    return new LabelSettings(0.05, 0.8, 20);
  }

  /** The same with another size of the sounding region. */
  public LabelSettings withPositiveFraction(double fraction) {
    return new LabelSettings(fraction, negativeQuantile, neighbours);
  }

  /** The same with another limit of the non-sounding region. */
  public LabelSettings withNegativeQuantile(double quantile) {
    return new LabelSettings(positiveFraction, quantile, neighbours);
  }

  /** The same with another number of neighbours. */
  public LabelSettings withNeighbours(int k) {
    return new LabelSettings(positiveFraction, negativeQuantile, k);
  }
}
