package whence.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import whence.data.Annotation;
import whence.data.reader.ClipTruth;
import whence.heatmap.Downsample;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Overlap;
import whence.heatmap.Peak;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

/**
 * Scores one clip under {@link Protocol#WHENCE}.
 *
 * <ul>
 *   <li>The map is brought to 224 x 224 pixels; masks of another size by nearest pixel.
 *   <li>The peak is the first maximum of that map, row by row, so a constant map points at the top
 *       left corner. Where a sounding object hides a silent one, masks may overlap; such a peak
 *       counts as pointing and not as wrong.
 *   <li>Correlations are means of the map itself, before it is stretched.
 *   <li>A clip whose sounding mask is empty scores 0 and has no sounding correlation.
 *   <li>A map with NaN or infinity is refused.
 * </ul>
 */
public final class ClipScorer {

  private static final Protocol PROTOCOL = Protocol.WHENCE;

  private final MapUnit unit;

  /**
   * Everything that decides a number of a run, in one line: its protocol, and what its truth is.
   */
  public static String description() {
    return PROTOCOL.description() + "; truth: " + ClipTruth.MASK_RULE;
  }

  /** Makes a scorer for maps of one unit. */
  public ClipScorer(MapUnit unit) {
    this.unit = unit;
  }

  /** Scores a map against what is known about the clip. */
  public ClipScore score(HeatMap map, Annotation annotation) {
    HeatMap full = Resize.BILINEAR.to(map, Protocol.SIZE, Protocol.SIZE);
    HeatMap prepared = PROTOCOL.prepare(full);
    Mask sounding = atProtocolSize(annotation.sounding());
    Peak peak = Peak.of(full);
    boolean pointing = peak.in(sounding);
    return new ClipScore(
        annotation.id(),
        Overlap.iou(PROTOCOL.predict(prepared), sounding),
        OptionalDouble.of(
            Overlap.iou(Threshold.sizeAdaptive(prepared, sounding.count()), sounding)),
        pointing,
        wrongObject(annotation, peak, pointing),
        meanWhere(full, sounding, true),
        meanWhere(full, sounding, false));
  }

  private static Optional<Boolean> wrongObject(Annotation annotation, Peak peak, boolean pointing) {
    if (annotation.silent().isEmpty()) {
      return Optional.empty();
    }
    boolean onSilent =
        annotation.silent().stream().anyMatch(silent -> peak.in(atProtocolSize(silent)));
    return Optional.of(onSilent && !pointing);
  }

  private OptionalDouble meanWhere(HeatMap map, Mask mask, boolean wanted) {
    if (unit != MapUnit.COSINE) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    int count = 0;
    for (int i = 0; i < mask.cells().length; i++) {
      if (mask.cells()[i] == wanted) {
        sum += map.values()[i];
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  private static Mask atProtocolSize(Mask mask) {
    return Downsample.nearest(mask, Protocol.SIZE, Protocol.SIZE);
  }
}
