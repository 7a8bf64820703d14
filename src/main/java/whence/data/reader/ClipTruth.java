package whence.data.reader;

import java.util.List;
import java.util.Optional;

/**
 * What was annotated about one clip.
 *
 * @param id the clip's id, the same that its heat map carries
 * @param image what names the picture; several clips may share one, each with another sound
 * @param soundClass what sounds, where the data set says so
 * @param region where it is
 * @param silent where other things are that could sound and do not; may be empty
 */
public record ClipTruth(
    String id, String image, Optional<String> soundClass, Region region, List<Region> silent) {

  /** Height and width of the grid on which truth is drawn, in pixels. */
  public static final int SIZE = 224;

  /** How a mask of any size becomes one of that size, in words. */
  public static final String MASK_RULE =
      "masks, the nearest pixel of each of " + SIZE + " x " + SIZE;

  /** Copies the list. */
  public ClipTruth {
    silent = List.copyOf(silent);
  }

  /** A clip alone on its picture, with nothing silent. */
  static ClipTruth alone(String id, Optional<String> soundClass, Region region) {
    return new ClipTruth(id, id, soundClass, region, List.of());
  }
}
