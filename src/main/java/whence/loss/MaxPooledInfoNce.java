package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The objective of iteration 0: symmetric InfoNCE over the best cell of every pair.
 *
 * <p>{@code L = 1/2 mean_i [ -s_ii + log sum_j exp s_ij ] + 1/2 mean_j [ -s_jj + log sum_i exp s_ij
 * ]} with {@code s_ij = max_u S_ij(u) / tau}.
 *
 * <p>The maximum, not the mean, over cells: pulling the mean of a whole map up pulls the background
 * with it and the maps collapse. Source: van den Oord, Li, Vinyals, "Representation learning with
 * contrastive predictive coding", 2018; the pooled form as in Mo and Morgado, "Localizing visual
 * sounds the easy way", ECCV 2022. Using it as iteration 0 is this project's design.
 *
 * <p>Mo and Morgado add both directions, so their loss is twice this one.
 *
 * <ul>
 *   <li>Ties of the maximum share the gradient.
 *   <li>N = 1 gives a loss of 0 and no gradient; do not train with it.
 * </ul>
 */
public final class MaxPooledInfoNce {

  /** Name of the placeholder that takes the identity matrix, [N, N]. */
  public static final String DIAGONAL = "diagonal";

  private MaxPooledInfoNce() {}

  /**
   * Adds the loss and the placeholder {@link #DIAGONAL} to the graph.
   *
   * @param correlation S [N, cells, N]: image, cell, sound; cosines
   * @param temperature tau, above 0
   * @return terms {@code image_to_sound} and {@code sound_to_image}
   */
  public static LossTerms build(SDVariable correlation, double temperature) {
    SDVariable diagonal =
        correlation.getSameDiff().placeHolder(DIAGONAL, correlation.dataType(), -1, -1);
    return build(correlation, diagonal, temperature);
  }

  /** Adds the loss to a graph that has the identity matrix [N, N] already. */
  static LossTerms build(SDVariable correlation, SDVariable diagonal, double temperature) {
    SDVariable logits = correlation.max(false, 1).div(temperature); // [N, N]
    SDVariable transposed = logits.getSameDiff().transpose(logits);
    return LossTerms.ofDirections(
        crossEntropy(logits, diagonal), crossEntropy(transposed, diagonal));
  }

  private static SDVariable crossEntropy(SDVariable logits, SDVariable diagonal) {
    SDVariable matching = logits.mul(diagonal).sum(true, 1); // [N, 1]
    return StableMath.logSumExp(logits).sub(matching).mean();
  }
}
