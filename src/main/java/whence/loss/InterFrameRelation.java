package whence.loss;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One direction of the iterative objective: every anchor is pulled towards all clips related to it
 * and pushed from all unrelated ones and from its own non-sounding cells.
 *
 * <p>For anchor i: {@code D_i = log( sum over j not in P_i of exp Ln_ij + exp h_i )}, {@code l_i =
 * - 1/|P_i| sum over j in P_i [ Lp_ij - log(exp Lp_ij + exp D_i) ] = 1/|P_i| sum of softplus(D_i -
 * Lp_ij)}. The direction's value is the mean of {@code l_i} over the batch, in nats.
 *
 * <ul>
 *   <li>With only itself related, this is InfoNCE with one more negative.
 *   <li>With everything related and no hard cells, {@code D_i} is about -10^4 and the value 0.
 * </ul>
 *
 * <p>Source: the abstract of Lin et al., CVIU 2023, names inter-frame relations; this form, after
 * supervised contrastive learning (Khosla et al., NeurIPS 2020), is this project's design.
 */
final class InterFrameRelation {

  private InterFrameRelation() {}

  /**
   * Adds one direction to the graph.
   *
   * @param positive Lp [N, N], anchors in rows
   * @param negative Ln [N, N], anchors in rows
   * @param relations P [N, N], anchors in rows, the diagonal included
   * @param hard h [N, 1], or null
   * @return a scalar
   */
  static SDVariable build(
      SDVariable positive, SDVariable negative, SDVariable relations, @Nullable SDVariable hard) {
    SDVariable unrelated = negative.add(relations.mul(IntraFrameSampling.EXCLUDED)); // [N, N]
    SDVariable denominator = StableMath.logSumExp(unrelated); // [N, 1]
    if (hard != null) {
      denominator = StableMath.logAddExp(denominator, hard);
    }
    SDVariable pairs = StableMath.softplus(positive.rsub(denominator)); // [N, N]
    return pairs.mul(relations).sum(1).div(relations.sum(1)).mean();
  }
}
