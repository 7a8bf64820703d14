package whence.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of one clip.
 *
 * @param id the clip's id
 * @param ciouFixed cIoU at the fixed threshold, 0 to 1
 * @param ciouAdaptive cIoU at the size-adaptive threshold, 0 to 1
 * @param pointing whether the peak lies on the sounding object
 * @param wrongObject whether the peak lies on a silent object; absent for a clip without silent
 *     ones
 * @param soundingCorrelation mean cosine over the pixels of the sounding object; absent where maps
 *     are no cosines or there is no such pixel
 * @param nonsoundingCorrelation mean cosine over all other pixels; absent likewise
 */
public record ClipScore(
    String id,
    double ciouFixed,
    double ciouAdaptive,
    boolean pointing,
    Optional<Boolean> wrongObject,
    OptionalDouble soundingCorrelation,
    OptionalDouble nonsoundingCorrelation) {}
