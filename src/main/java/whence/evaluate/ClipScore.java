package whence.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of one clip.
 *
 * @param id the clip's id
 * @param ciou cIoU at the protocol's threshold, 0 to 1; NaN where published code divides 0 by 0
 * @param ciouAdaptive cIoU at the size-adaptive threshold; absent where the protocol has none
 * @param pointing whether the peak lies on the sounding object
 * @param wrongObject whether the peak lies on a silent object; absent for a clip without silent
 *     ones
 * @param soundingCorrelation mean cosine over the pixels of the sounding object; absent where maps
 *     are no cosines or there is no such pixel
 * @param nonsoundingCorrelation mean cosine over all other pixels; absent likewise
 */
public record ClipScore(
    String id,
    double ciou,
    OptionalDouble ciouAdaptive,
    boolean pointing,
    Optional<Boolean> wrongObject,
    OptionalDouble soundingCorrelation,
    OptionalDouble nonsoundingCorrelation) {

  /** The same clip with the size-adaptive cIoU in the place of the other; absent without one. */
  public Optional<ClipScore> sizeAdaptive() {
    return ciouAdaptive.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClipScore(
                id,
                ciouAdaptive.getAsDouble(),
                ciouAdaptive,
                pointing,
                wrongObject,
                soundingCorrelation,
                nonsoundingCorrelation));
  }
}
