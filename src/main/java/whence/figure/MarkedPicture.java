package whence.figure;

import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Resize;
import whence.label.PseudoLabels;
import whence.media.Picture;

/**
 * A picture and what is to be marked in it; nothing but the picture is needed.
 *
 * <p>A heat map lies over the picture in colour, which turns grey; cells taken as sounding have a
 * solid outline, cells taken as non-sounding are hatched, ignored cells bear no mark, and the true
 * object has a dashed outline. {@link PictureGrid} draws it.
 *
 * @param title one short line above; empty for none
 * @param frame H x W
 * @param geometry where cells lie in the frame, the same along both axes
 * @param map [H, W] pixels or [h, w] cells; null for none
 * @param positive [h, w] cells taken as sounding; null for none
 * @param negative [h, w] cells taken as non-sounding; null for none
 * @param truth [H, W] pixels of the sounding object; null for none
 */
public record MarkedPicture(
    String title,
    Picture frame,
    GridGeometry geometry,
    @Nullable HeatMap map,
    @Nullable Mask positive,
    @Nullable Mask negative,
    @Nullable Mask truth) {

  /** Checks that the truth is of the size of the frame. */
  public MarkedPicture {
    if (truth != null && (truth.height() != frame.height() || truth.width() != frame.width())) {
      throw new WhenceException(
          "Cannot mark the true object in a picture",
          "a truth mask of " + truth.height() + " x " + truth.width(),
          frame.height() + " x " + frame.width() + ", the size of the frame",
          "take frame and mask from the same clip");
    }
  }

  /**
   * A picture without marks.
   *
   * @param geometry where cells would lie, such as {@code data.grid().geometry()}
   */
  public static MarkedPicture of(Picture frame, GridGeometry geometry) {
    return new MarkedPicture("", frame, geometry, null, null, null, null);
  }

  /** A picture without marks, its cells 16 pixels large from the top left corner on. */
  public static MarkedPicture of(Picture frame) {
    return of(frame, GridGeometry.halfPixel(Math.max(1, frame.width() / 16), frame.width()));
  }

  /** The same under a title. */
  public MarkedPicture withTitle(String other) {
    return new MarkedPicture(other, frame, geometry, map, positive, negative, truth);
  }

  /**
   * The same with a heat map.
   *
   * @param other [H, W] pixels or [h, w] cells
   */
  public MarkedPicture withMap(HeatMap other) {
    return new MarkedPicture(title, frame, geometry, other, positive, negative, truth);
  }

  /**
   * The same with pseudo-labels.
   *
   * @param sounding [h, w] cells
   * @param silent [h, w] cells; all others are ignored in training
   */
  public MarkedPicture withCells(Mask sounding, Mask silent) {
    return new MarkedPicture(title, frame, geometry, map, sounding, silent, truth);
  }

  /**
   * The same with what one iteration believed about a clip: its map and its cells.
   *
   * @param clip index of the clip in the labels
   */
  public MarkedPicture withLabels(PseudoLabels labels, int clip) {
    return withMap(labels.maps().get(clip))
        .withCells(labels.positive().get(clip), labels.negative().get(clip));
  }

  /**
   * The same with the outline of the sounding object.
   *
   * @param object [H, W] pixels
   */
  public MarkedPicture withTruth(Mask object) {
    return new MarkedPicture(title, frame, geometry, map, positive, negative, object);
  }

  /** The map at the size of the frame; null where there is none. */
  @Nullable HeatMap mapOfPixels() {
    if (map == null || (map.height() == frame.height() && map.width() == frame.width())) {
      return map;
    }
    return Resize.bilinear(map, geometry, frame.height(), frame.width());
  }
}
