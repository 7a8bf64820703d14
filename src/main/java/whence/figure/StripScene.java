package whence.figure;

import java.util.List;
import whence.WhenceException;
import whence.heatmap.Mask;
import whence.media.Picture;

/**
 * One row of the pseudo-label strips.
 *
 * @param id of the clip, for the numbers beside the figure
 * @param frame H x W
 * @param truth [H, W] pixels of the sounding object
 * @param iterations one cell an iteration, from 0; at least one
 */
public record StripScene(String id, Picture frame, Mask truth, List<StripCell> iterations) {
  /** Copies the list and checks sizes. */
  public StripScene {
    iterations = List.copyOf(iterations);
    if (truth.height() != frame.height() || truth.width() != frame.width()) {
      throw new WhenceException(
          "Cannot show scene " + id,
          "a truth mask of " + truth.height() + " x " + truth.width(),
          frame.height() + " x " + frame.width() + ", the size of the frame",
          "take frame and mask from the same clip");
    }
    if (iterations.isEmpty()) {
      throw new WhenceException(
          "Cannot show scene " + id,
          "no iterations",
          "at least one",
          "train the run first, or pass the labels of its iterations");
    }
  }
}
