package whence.figure;

import java.util.List;
import whence.WhenceException;
import whence.heatmap.Mask;
import whence.label.PseudoLabels;
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

  /**
   * A clip through some sets of labels, which were drawn one iteration after the other.
   *
   * @param clip its index in the labels
   * @param frame H x W
   * @param truth [H, W] pixels of the sounding object
   * @param labels of one iteration each, at least one; all of the same clips
   */
  public static StripScene of(int clip, Picture frame, Mask truth, List<PseudoLabels> labels) {
    List<StripCell> cells =
        labels.stream()
            .map(
                drawn ->
                    new StripCell(
                        drawn.maps().get(clip),
                        drawn.positive().get(clip),
                        drawn.negative().get(clip)))
            .toList();
    String id = labels.isEmpty() ? "clip " + clip : labels.get(0).ids().get(clip);
    return new StripScene(id, frame, truth, cells);
  }
}
