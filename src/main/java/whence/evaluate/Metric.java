package whence.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The numbers a report gives. Each is the mean over clips of one number a clip, over the clips that
 * have it.
 *
 * <p>The area under the success curve is such a mean too. With success rate {@code s_i} at
 * threshold {@code 0.05 i}, the trapezoid rule gives {@code sum over i = 1..20 of 0.05 (s_(i-1) +
 * s_i) / 2}, and s_i is itself the mean of "cIoU >= 0.05 i"; both sums can be exchanged.
 */
public enum Metric {
  /** Share of clips whose cIoU at the fixed threshold is at least 0.5. */
  SUCCESS_FIXED("success_fixed", "success @0.5, fixed"),
  /** Share of clips whose cIoU at the size-adaptive threshold is at least 0.5. */
  SUCCESS_ADAPTIVE("success_adaptive", "success @0.5, size-adaptive"),
  /** Mean cIoU at the fixed threshold; not what papers print as "cIoU". */
  MEAN_CIOU("mean_ciou", "mean cIoU, fixed"),
  /** Area under the success curve at the fixed threshold. */
  AUC("auc", "AUC, fixed"),
  /** Share of clips whose peak lies on the sounding object. */
  POINTING("pointing", "pointing"),
  /**
   * Share of clips, of those with silent objects, whose peak lies on one of them. Lower is better.
   */
  WRONG_OBJECT("wrong_object", "wrong object"),
  /** Mean cosine of the sound with pixels outside of the sounding object. */
  NONSOUNDING_CORRELATION("nonsounding_correlation", "cosine, non-sounding"),
  /** Mean cosine of the sound with pixels of the sounding object. */
  SOUNDING_CORRELATION("sounding_correlation", "cosine, sounding");

  /** A clip counts as found from this cIoU on. */
  public static final double SUCCESS_CIOU = 0.5;

  private static final int AREA_STEPS = 20;

  private final String label;
  private final String title;

  Metric(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /** The name in files, such as {@code success_fixed}. */
  public String label() {
    return label;
  }

  /** The name in tables and figures, such as {@code success @0.5, fixed}. */
  public String title() {
    return title;
  }

  /** The clip's contribution; absent where the metric says nothing about the clip. */
  public OptionalDouble of(ClipScore score) {
    return switch (this) {
      case SUCCESS_FIXED -> OptionalDouble.of(score.ciou() >= SUCCESS_CIOU ? 1 : 0);
      case SUCCESS_ADAPTIVE ->
          score.ciouAdaptive().isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(score.ciouAdaptive().getAsDouble() >= SUCCESS_CIOU ? 1 : 0);
      case MEAN_CIOU -> OptionalDouble.of(score.ciou());
      case AUC -> OptionalDouble.of(area(score.ciou()));
      case POINTING -> OptionalDouble.of(score.pointing() ? 1 : 0);
      case WRONG_OBJECT ->
          score
              .wrongObject()
              .map(hit -> OptionalDouble.of(hit ? 1 : 0))
              .orElse(OptionalDouble.empty());
      case NONSOUNDING_CORRELATION -> score.nonsoundingCorrelation();
      case SOUNDING_CORRELATION -> score.soundingCorrelation();
    };
  }

  /** The contributions of all clips that have one, in order. */
  public double[] of(List<ClipScore> scores) {
    double[] values = new double[scores.size()];
    int n = 0;
    for (ClipScore score : scores) {
      OptionalDouble value = of(score);
      if (value.isPresent()) {
        values[n++] = value.getAsDouble();
      }
    }
    return Arrays.copyOf(values, n);
  }

  /** Trapezoid over thresholds 0.05 i, i = 0..20, of "cIoU >= threshold" for one clip. */
  public static double area(double ciou) {
    double area = 0;
    for (int i = 1; i <= AREA_STEPS; i++) {
      double before = ciou >= 0.05 * (i - 1) ? 1 : 0;
      double after = ciou >= 0.05 * i ? 1 : 0;
      area += (before + after) / (2 * AREA_STEPS);
    }
    return area;
  }
}
