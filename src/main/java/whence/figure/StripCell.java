package whence.figure;

import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/**
 * What one iteration thinks of a scene.
 *
 * @param map [H, W] at the size of the frame, or [h, w] at the size of the grid
 * @param positive [h, w] cells taken as sounding
 * @param negative [h, w] cells taken as not sounding; the rest is ignored in training
 */
public record StripCell(HeatMap map, Mask positive, Mask negative) {
  /** Checks that the masks go together. */
  public StripCell {
    if (positive.height() != negative.height() || positive.width() != negative.width()) {
      throw new WhenceException(
          "Cannot show pseudo-labels",
          "positive cells on " + size(positive) + ", negative cells on " + size(negative),
          "one grid for both",
          "take both masks from the same pseudo-labels");
    }
  }

  private static String size(Mask mask) {
    return mask.height() + " x " + mask.width();
  }
}
