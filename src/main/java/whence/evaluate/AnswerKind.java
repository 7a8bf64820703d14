package whence.evaluate;

import java.util.Locale;
import whence.data.Annotation;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Peak;
import whence.heatmap.Threshold;

/**
 * What a localizer's answer was: right, or wrong in one of four ways. This project's own sorting,
 * by rules, so that a gallery of failures is chosen by nobody.
 */
public enum AnswerKind {
  /** The region overlaps with the sounding object by {@link Metric#SUCCESS_CIOU} or more. */
  FOUND,
  /** Not found; the peak lies on what sounds, and the region is larger than it. */
  TOO_LARGE,
  /** Not found; the peak lies on what sounds, and the region is no larger than it. */
  TOO_SMALL,
  /** Not found; the peak lies on an object that is silent. */
  WRONG_OBJECT,
  /** Not found; the peak lies on neither. */
  BACKGROUND;

  /** Share of a map's range from which on a pixel belongs to the region. */
  private static final double LEVEL = 0.5;

  /**
   * The kind of one answer. The region is the map, stretched over its own range, at or above one
   * half.
   *
   * @param map [H, W], finite
   * @param truth masks of the same size
   */
  public static AnswerKind of(HeatMap map, Annotation truth) {
    Mask region = Threshold.atLeast(MinMax.of(map), LEVEL);
    if (Overlap.iou(region, truth.sounding()) >= Metric.SUCCESS_CIOU) {
      return FOUND;
    }
    Peak peak = Peak.of(map);
    if (peak.in(truth.sounding())) {
      return region.count() > truth.sounding().count() ? TOO_LARGE : TOO_SMALL;
    }
    return truth.silent().stream().anyMatch(peak::in) ? WRONG_OBJECT : BACKGROUND;
  }

  /** The name in tables, such as "too large". */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
