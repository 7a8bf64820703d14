package whence.evaluate;

import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

/**
 * A named way from a localizer's map to a cIoU. Numbers of different protocols must not be
 * compared: interpolation and threshold alone move the success rate by several points.
 *
 * <p>A map is brought to 224 x 224 pixels, stretched to [0, 1], and binarised. Each protocol also
 * has its size-adaptive variant, which replaces the threshold (see {@link Threshold#sizeAdaptive}).
 *
 * <ul>
 *   <li>A constant map is not stretched, and predicts everything under {@link #EZ_VSL}, nothing
 *       under {@link #ALIGN}, {@link #SSPL_FIXED} and every size-adaptive rule; under {@link
 *       #WHENCE} everything from 0.5 on, under {@link #LVS} everything from 0 on, and nothing
 *       below.
 *   <li>{@link #LVS} binarises in place, so pixels at the maximum always belong to its prediction,
 *       also where more than half of the map is that maximum.
 *   <li>A truth that is empty scores 0 whatever is predicted.
 * </ul>
 */
public enum Protocol {
  /** This project's own; the definition of the task's first paper with half-pixel enlargement. */
  WHENCE("whence", Resize.BILINEAR, Rule.HALF),
  /** H. Chen et al., "Localizing visual sounds the hard way", CVPR 2021. */
  LVS("lvs", Resize.BILINEAR, Rule.ABOVE_MEDIAN_OR_FULL),
  /** S. Mo and P. Morgado, "Localizing visual sounds the easy way", ECCV 2022. */
  EZ_VSL("ez-vsl", Resize.BILINEAR_ALIGNED, Rule.AT_OR_ABOVE_MEDIAN),
  /**
   * A. Senocak et al., "Sound source localization is all about cross-modal alignment", ICCV 2023.
   */
  ALIGN("align", Resize.BILINEAR_ALIGNED, Rule.ABOVE_MEDIAN),
  /** Z. Song et al., "Self-supervised predictive learning", CVPR 2022, at its fixed threshold. */
  SSPL_FIXED("sspl-fixed", Resize.BILINEAR, Rule.HALF_OF_RANGE);

  /** Height and width of the maps that are compared, in pixels. */
  public static final int SIZE = 224;

  private final String label;
  private final Resize resize;
  private final Rule rule;

  Protocol(String label, Resize resize, Rule rule) {
    this.label = label;
    this.resize = resize;
    this.rule = rule;
  }

  /** The name in files and tables, such as {@code whence}. */
  public String label() {
    return label;
  }

  /** Everything that decides a number, in one line, to stand beside every score. */
  public String description() {
    return label
        + ": map to "
        + SIZE
        + " x "
        + SIZE
        + " ("
        + resize.description()
        + "), min-max, "
        + rule.text
        + "; size-adaptive: the k - 1 highest pixels, k pixels of truth";
  }

  /** The map on the grid where it is compared: [224, 224], in [0, 1] unless constant. */
  public HeatMap prepare(HeatMap map) {
    return MinMax.of(resize.to(map, SIZE, SIZE));
  }

  /** The prediction of a prepared map under the protocol's threshold. */
  public Mask predict(HeatMap prepared) {
    return switch (rule) {
      case HALF -> Threshold.atLeast(prepared, 0.5);
      case HALF_OF_RANGE -> isConstant(prepared) ? nothing() : Threshold.atLeast(prepared, 0.5);
      case ABOVE_MEDIAN_OR_FULL ->
          isConstant(prepared)
              ? Threshold.atLeast(prepared, 0)
              : either(Threshold.aboveMedian(prepared), Threshold.atLeast(prepared, 1));
      case ABOVE_MEDIAN -> Threshold.aboveMedian(prepared);
      case AT_OR_ABOVE_MEDIAN -> Threshold.atOrAboveMedian(prepared);
    };
  }

  /**
   * The cIoU of one map under the protocol's threshold.
   *
   * @param map any size, finite
   * @param truth [224, 224] consensus in [0, 1]
   */
  public double ciou(HeatMap map, HeatMap truth) {
    return Overlap.ciou(predict(prepare(map)), truth);
  }

  /**
   * The cIoU of one map under the size-adaptive threshold.
   *
   * @param map any size, finite
   * @param truth [224, 224] consensus in [0, 1]
   */
  public double adaptiveCiou(HeatMap map, HeatMap truth) {
    int truthPixels = 0;
    for (float g : truth.values()) {
      truthPixels += g != 0 ? 1 : 0;
    }
    return Overlap.ciou(Threshold.sizeAdaptive(prepare(map), truthPixels), truth);
  }

  private static boolean isConstant(HeatMap map) {
    for (float value : map.values()) {
      if (value != map.values()[0]) {
        return false;
      }
    }
    return true;
  }

  private static Mask nothing() {
    return new Mask(SIZE, SIZE, new boolean[SIZE * SIZE]);
  }

  private static Mask either(Mask a, Mask b) {
    boolean[] cells = a.cells().clone();
    for (int i = 0; i < cells.length; i++) {
      cells[i] |= b.cells()[i];
    }
    return new Mask(a.height(), a.width(), cells);
  }

  private enum Rule {
    HALF("threshold >= 0.5"),
    HALF_OF_RANGE("threshold >= 0.5 (a constant map predicts nothing)"),
    ABOVE_MEDIAN_OR_FULL("threshold > median, or the maximum"),
    ABOVE_MEDIAN("threshold > median"),
    AT_OR_ABOVE_MEDIAN("threshold >= median");

    private final String text;

    Rule(String text) {
      this.text = text;
    }
  }
}
