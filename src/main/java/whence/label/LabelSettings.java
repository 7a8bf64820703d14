package whence.label;

import whence.WhenceException;

/**
 * How pseudo-labels are drawn.
 *
 * @param positiveFraction largest share of cells of highest correlation taken as sounding, in (0,
 *     1]
 * @param positiveLevel of those, the cells at or above this share of the map's range are sounding,
 *     in [0, 1]; 0 takes all of them
 * @param negativeQuantile cells at or below this quantile of a map are non-sounding, in [0, 1)
 * @param neighbours k of the mutual nearest neighbours by sound, at least 0; 0 for no relations
 */
public record LabelSettings(
    double positiveFraction, double positiveLevel, double negativeQuantile, int neighbours) {

  /** Checks ranges. */
  public LabelSettings {
    if (!(positiveFraction > 0
        && positiveFraction <= 1
        && positiveLevel >= 0
        && positiveLevel <= 1
        && negativeQuantile >= 0
        && negativeQuantile < 1
        && neighbours >= 0)) {
      throw new WhenceException(
          "Cannot draw pseudo-labels with these settings",
          "positive fraction %s at level %s, negative quantile %s, %d neighbours"
              .formatted(positiveFraction, positiveLevel, negativeQuantile, neighbours),
          "fraction in (0, 1], level in [0, 1], quantile in [0, 1), neighbours >= 0",
          "start from LabelSettings.defaults()");
    }
  }

  /**
   * At most 6 % of cells, none below 75 % of the map's range; the lowest 90 % of cells; 20 mutual
   * nearest neighbours.
   */
  public static LabelSettings defaults() {
    return new LabelSettings(0.06, 0.75, 0.9, 20);
  }

  /** The same with another largest size of the sounding region. */
  public LabelSettings withPositiveFraction(double fraction) {
    return new LabelSettings(fraction, positiveLevel, negativeQuantile, neighbours);
  }

  /** The same with another lowest level of the sounding region; 0 for a region of fixed size. */
  public LabelSettings withPositiveLevel(double level) {
    return new LabelSettings(positiveFraction, level, negativeQuantile, neighbours);
  }

  /** The same with another limit of the non-sounding region. */
  public LabelSettings withNegativeQuantile(double quantile) {
    return new LabelSettings(positiveFraction, positiveLevel, quantile, neighbours);
  }

  /** The same with another number of neighbours. */
  public LabelSettings withNeighbours(int k) {
    return new LabelSettings(positiveFraction, positiveLevel, negativeQuantile, k);
  }
}
