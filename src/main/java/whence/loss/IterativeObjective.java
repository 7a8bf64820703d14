package whence.loss;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The objective of iterations t >= 1 under their pseudo-labels, which the network of iteration t -
 * 1 drew and which stay fixed.
 *
 * <p>{@code L = 1/2 (image to sound) + 1/2 (sound to image)}, each as in {@link
 * InterFrameRelation}, from the similarities of {@link IntraFrameSampling} and {@code Ln_ij = max_u
 * S_ij(u) / tau}, plus {@code quietWeight} times {@link QuietCells}. Relations are switched off by
 * feeding the identity matrix.
 *
 * <p>Source: Lin, Tseng, Lee, Lin, Yang, "Unsupervised sound localization via iterative contrastive
 * learning", CVIU 2023, of which only the abstract was available: every formula here is this
 * project's design.
 */
public final class IterativeObjective {

  /** Names of all parts that the loss may have, in order; the total is not among them. */
  public static final List<String> TERMS =
      List.of("image_to_sound", "sound_to_image", QuietCells.NAME);

  private IterativeObjective() {}

  /**
   * Adds the loss to the graph.
   *
   * @param correlation S [N, cells, N]: image, cell, sound; cosines
   * @param labels placeholders of the pseudo-labels
   * @param settings switches
   * @return terms {@code image_to_sound}, {@code sound_to_image} and, if it has weight, {@code
   *     quiet}
   */
  public static LossTerms build(
      SDVariable correlation, LabelPlaceholders labels, ObjectiveSettings settings) {
    SDVariable logits = correlation.div(settings.temperature()); // [N, cells, N]
    SDVariable negative = logits.max(false, 1); // [N, N]
    IntraFrameSampling intra = IntraFrameSampling.build(logits, labels, settings);
    SDVariable forward =
        InterFrameRelation.build(intra.positive(), negative, labels.relations(), intra.hard());
    SDVariable backward =
        InterFrameRelation.build(
            transpose(intra.positive()),
            transpose(negative),
            transpose(labels.relations()),
            intra.hard());
    LossTerms contrastive = LossTerms.ofDirections(forward, backward);
    if (settings.quietWeight() == 0) {
      return contrastive;
    }
    SDVariable own = IntraFrameSampling.ownLogits(logits, labels).mul(settings.temperature());
    return contrastive.plus(
        QuietCells.build(own, labels.excluded(), settings.quietLevel()), settings.quietWeight());
  }

  private static SDVariable transpose(SDVariable matrix) {
    return matrix.getSameDiff().transpose(matrix);
  }
}
