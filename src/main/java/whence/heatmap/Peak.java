package whence.heatmap;

/**
 * Where a map is highest.
 *
 * <p>Of several equal maxima the first counts, row by row from the top left, so a constant map has
 * its peak in the top left corner. NaN and infinity are refused.
 *
 * @param y row
 * @param x column
 * @param value the maximum, in the unit of the map
 */
public record Peak(int y, int x, float value) {

  /** Finds the first maximum of a map. */
  public static Peak of(HeatMap map) {
    float[] values = Finite.require(map, "find the peak of a heat map").values();
    int best = 0;
    float highest = values[0];
    for (int i = 1; i < values.length; i++) {
      if (values[i] > highest) {
        highest = values[i];
        best = i;
      }
    }
    return new Peak(best / map.width(), best % map.width(), values[best]);
  }

  /** Whether the peak lies in a mask of the map's size. */
  public boolean in(Mask mask) {
    return mask.at(y, x);
  }
}
