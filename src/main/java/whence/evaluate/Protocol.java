package whence.evaluate;

import whence.data.reader.BoxRule;
import whence.data.reader.ClipTruth;
import whence.heatmap.Cut;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Peak;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

/**
 * A named way from a localizer's map to a score of a clip. Numbers of different protocols must not
 * be compared: interpolation and threshold alone move the success rate by several points.
 *
 * <p>A map is brought to 224 x 224 pixels, stretched to [0, 1] (or left as it is), binarised, and
 * compared with the truth. Each protocol also has its size-adaptive variant, which replaces the
 * threshold (see {@link Threshold#sizeAdaptive}); {@link #WHENCE} and {@link #ALIGN} report it.
 *
 * <ul>
 *   <li>{@link #WHENCE} is ours. An empty truth scores 0 whatever is predicted, and a box is cut
 *       off at the frame.
 *   <li>All others keep what the published code does, also where that is odd: 0 / 0 is NaN, a
 *       constant map is everything or nothing as the comparison happens to have it, and a box with
 *       a negative coordinate turns up at the far edge.
 *   <li>A map with NaN or infinity is refused by all.
 * </ul>
 */
public enum Protocol {
  /** This project's own; the definition of the task's first paper with half-pixel enlargement. */
  WHENCE("whence", Resize.BILINEAR, Binarization.HALF, Comparison.CIOU),
  /** H. Chen et al., "Localizing visual sounds the hard way", CVPR 2021. */
  LVS("lvs", Resize.BILINEAR, Binarization.ABOVE_MEDIAN_OR_FULL),
  /** S. Mo and P. Morgado, "Localizing visual sounds the easy way", ECCV 2022. */
  EZ_VSL("ez-vsl", Resize.BILINEAR_ALIGNED, Binarization.AT_OR_ABOVE_MEDIAN),
  /**
   * S. Mo and P. Morgado, "A closer look at weakly-supervised audio-visual source localization",
   * NeurIPS 2022, with its relative prediction.
   */
  SLAVC("slavc", Resize.BICUBIC_ALIGNED, Binarization.AT_OR_ABOVE_MEDIAN),
  /**
   * A. Senocak et al., "Sound source localization is all about cross-modal alignment", ICCV 2023,
   * as its code judges IS3 and Flickr-SoundNet. For its own model on VGG-SS the code enlarges with
   * half-pixel centres instead; that has no name here.
   */
  ALIGN("align", Resize.BILINEAR_ALIGNED, Binarization.ABOVE_MEDIAN),
  /** Z. Song et al., "Self-supervised predictive learning", CVPR 2022, at its fixed threshold. */
  SSPL_FIXED("sspl-fixed", Resize.BILINEAR, Binarization.HALF_OF_RANGE),
  /**
   * D. Hu et al., "Discriminative sounding objects localization via self-supervised audiovisual
   * matching", NeurIPS 2020, at the threshold of its synthetic scenes.
   */
  DSOL("dsol", Resize.BILINEAR, Binarization.ABOVE_HALF_OF_MAXIMUM, Comparison.CIOU_AS_PUBLISHED),
  /** J. Zhou et al., "Audio-visual segmentation", ECCV 2022. Maps are probabilities. */
  AVSBENCH("avsbench", Resize.BILINEAR, Binarization.ABOVE_HALF, Comparison.IOU_OR_LEFT_OUT);

  /** Height and width of the maps that are compared, in pixels. */
  public static final int SIZE = ClipTruth.SIZE;

  private final String label;
  private final Resize resize;
  private final Binarization binarization;
  private final Comparison comparison;

  Protocol(String label, Resize resize, Binarization binarization) {
    this(label, resize, binarization, Comparison.CIOU_AS_PUBLISHED);
  }

  Protocol(String label, Resize resize, Binarization binarization, Comparison comparison) {
    this.label = label;
    this.resize = resize;
    this.binarization = binarization;
    this.comparison = comparison;
  }

  /** The name in files and tables, such as {@code whence}. */
  public String label() {
    return label;
  }

  /**
   * Everything about maps and their comparison that decides a number, in one line, to stand beside
   * every score. How the truth is drawn depends on how it was annotated, and stands beside it: see
   * {@link whence.data.reader.TruthSet#rule}.
   */
  public String description() {
    String adaptive =
        reportsAdaptive() ? "size-adaptive: the k - 1 highest pixels, k pixels of truth; " : "";
    return "%s: map to %d x %d (%s), %s; %s%s; %s"
        .formatted(
            label,
            SIZE,
            SIZE,
            resize.description(),
            binarization.description(),
            adaptive,
            boxRule().description(),
            comparison.description());
  }

  /**
   * What it predicts of a map with one value only, such as {@code nothing}; under the size-adaptive
   * threshold that is always nothing.
   */
  public String ofConstantMap() {
    String own = binarization.ofConstantMap();
    return reportsAdaptive() && !own.equals("nothing") ? own + "; size-adaptive nothing" : own;
  }

  /** Whether its size-adaptive variant is part of what it reports. */
  public boolean reportsAdaptive() {
    return this == WHENCE || this == ALIGN;
  }

  /** What becomes of a box with a negative coordinate. */
  public BoxRule boxRule() {
    return this == WHENCE || this == AVSBENCH ? BoxRule.CLIPPED : BoxRule.FROM_THE_FAR_EDGE;
  }

  /** A map [224, 224] over [0, 1]; unchanged where it is constant. */
  public HeatMap prepare(HeatMap map) {
    return MinMax.of(resize.to(map, SIZE, SIZE));
  }

  /** The prediction of a map under the protocol's threshold, [224, 224]. */
  public Mask predict(HeatMap map) {
    return cut(new PreparedMap(map)).mask();
  }

  /**
   * The score of one map under the protocol's threshold.
   *
   * @param map any size, finite
   * @param truth [224, 224] consensus in [0, 1]
   * @return 0 to 1, or NaN as published
   */
  public double ciou(HeatMap map, HeatMap truth) {
    return ciou(new PreparedMap(map), GradedTruth.of(truth));
  }

  double ciou(PreparedMap map, GradedTruth truth) {
    return comparison.of(cut(map), truth);
  }

  /**
   * The score of one map under the size-adaptive threshold.
   *
   * @param map any size, finite
   * @param truth [224, 224] consensus in [0, 1]
   * @return 0 to 1, or NaN as published
   */
  public double adaptiveCiou(HeatMap map, HeatMap truth) {
    return adaptiveCiou(new PreparedMap(map), GradedTruth.of(truth));
  }

  double adaptiveCiou(PreparedMap map, GradedTruth truth) {
    Cut cut = map.enlarged(resize, big -> Binarization.sizeAdaptive(big, truth.count()));
    return comparison.of(cut, truth);
  }

  /**
   * The oracle bound: the best score that any map can have whose values all differ, as those of
   * networks do. A median rule predicts half of the frame whatever the map, so small and very large
   * truths are out of its reach.
   *
   * @param truth [224, 224]
   * @return 0 to 1
   */
  public double bound(GradedTruth truth) {
    if (truth.isEmpty()) {
      return comparison == Comparison.IOU_OR_LEFT_OUT ? 1 : 0;
    }
    return truth.bestCiou(binarization.predictedOf(SIZE * SIZE).orElse(truth.count()));
  }

  /** The oracle bound under the size-adaptive threshold, which predicts k - 1 pixels. */
  public double adaptiveBound(GradedTruth truth) {
    return truth.isEmpty() ? 0 : truth.bestCiou(truth.count() - 1);
  }

  /** The map at 224 x 224, its values as they were. */
  public HeatMap enlarge(PreparedMap map) {
    return map.enlarged(resize, EnlargedMap::map);
  }

  /** Where the map at 224 x 224 is highest. */
  Peak peak(PreparedMap map) {
    return map.enlarged(resize, EnlargedMap::peak);
  }

  private Cut cut(PreparedMap map) {
    return map.cut(this, m -> m.enlarged(resize, binarization::cut));
  }
}
