package whence.evaluate.measure;

/**
 * What a detection measure sees of a clip.
 *
 * @param hasSource whether a source is visible and sounds
 * @param ciou cIoU of the prediction; NaN counts as a wrong place
 * @param confidence that there is a source, in any unit
 */
public record DetectedClip(boolean hasSource, double ciou, double confidence) {

  /** Whether the source is found, were the clip taken as having one. */
  boolean isFound(double ciouThreshold) {
    return hasSource && ciou >= ciouThreshold;
  }
}
