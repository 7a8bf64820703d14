package whence.heatmap;

import whence.WhenceException;

/** Refuses maps that hold NaN or infinity: no rule of this package has an answer for them. */
final class Finite {

  private Finite() {}

  /**
   * Returns the map if all its values are finite.
   *
   * @param task what the map was wanted for, to follow "Cannot"
   */
  static HeatMap require(HeatMap map, String task) {
    float[] values = map.values();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new WhenceException(
            "Cannot " + task,
            values[i] + " at row " + i / map.width() + ", column " + i % map.width(),
            "finite values only",
            "look for a non-finite loss or weight in the network that drew the map");
      }
    }
    return map;
  }
}
