package whence.data.scene;

import whence.WhenceException;

/**
 * A closed interval that a setting is drawn from uniformly; the unit is that of the setting.
 *
 * @param low smallest value, finite
 * @param high largest value, finite, not below {@code low}; equal to it means always that value
 */
public record Interval(double low, double high) {

  /** Checks the order. */
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new WhenceException(
          "Cannot make an interval",
          "[" + low + ", " + high + "]",
          "two finite numbers, the smaller first",
          "swap the ends, or give the same number twice for a constant");
    }
  }

  /** The interval that holds only {@code value}. */
  public static Interval only(double value) {
    return new Interval(value, value);
  }

  /** The value at {@code share} of the way, with {@code share} in [0, 1). */
  double at(double share) {
    return low + share * (high - low);
  }

  /**
   * Refuses an interval that leaves [{@code least}, {@code most}].
   *
   * @param setting the setting's name and unit, for the message
   * @throws WhenceException if it does
   */
  void requireWithin(double least, double most, String setting) {
    if (low < least || high > most) {
      throw new WhenceException(
          "Cannot use the scene setting " + setting,
          "[" + low + ", " + high + "]",
          "an interval within [" + least + ", " + most + "]",
          "narrow the interval; SceneSettings.defaults() has values that work");
    }
  }
}
