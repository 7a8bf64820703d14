package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The tri-map objective: of each image's own map, high cells are positive, low cells are negative,
 * and those between are left out.
 *
 * <p>With {@code g(x) = 1 / (1 + exp(-x / 0.03))} and {@code mean_w(S) = sum of w S / sum of w}
 * over cells:
 *
 * <pre>
 * P_i  = mean of S_ii under weights g(S_ii(u) - 0.65)         sounding cells
 * E_ij = mean of S_ij under weights g(S_ij(u) - 0.65)         the same with every sound, easy negatives
 * H_i  = mean of S_ii under weights 1 - g(S_ii(u) - 0.4)      non-sounding cells, hard negatives
 *
 * l_i  = - log [ exp(P_i / tau) / (exp(P_i / tau) + sum over j of exp(m_ij E_ij / tau) + exp(H_i / tau)) ]
 * </pre>
 *
 * <p>and L is the mean of l_i. {@code m_ij} is 1, but -99 for i = j: the published way to take a
 * clip's own sound out of its negatives.
 *
 * <ul>
 *   <li>Where E_ii is below 0 that way fails: its exponent is large and positive, and the term only
 *       pushes E_ii above 0. Kept as published.
 *   <li>Both g and 1 - g are normalised through their logarithms, so that a map far below the
 *       thresholds has weights too.
 * </ul>
 *
 * <p>Source: Chen, Xie, Afouras, Nagrani, Vedaldi, Zisserman, "Localizing visual sounds the hard
 * way", CVPR 2021, with thresholds and slope of their code. Their code has no training loop; that
 * the loss is the cross-entropy of the first of these logits follows the paper.
 */
public final class TriMapContrastive {

  /** Name of the term, which is all of the loss. */
  static final String NAME = "tri_map";

  private static final double SOUNDING_ABOVE = 0.65;
  private static final double SILENT_BELOW = 0.4;
  private static final double SLOPE = 0.03;
  private static final double OWN_SOUND = -99;

  private TriMapContrastive() {}

  /**
   * Adds the loss to the graph.
   *
   * @param batch embeddings and their correlation
   * @param diagonal the identity matrix [N, N]
   * @param temperature tau, above 0
   * @return the term {@code tri_map}
   */
  public static LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
    SameDiff graph = batch.graph();
    SDVariable own = batch.ownMaps(diagonal); // [N, cells]
    SDVariable sounding = mean(own, high(own)).reshape(batch.clips(), 1); // P
    SDVariable silent = mean(own, low(own)).reshape(batch.clips(), 1); // H
    SDVariable every = mean(batch.correlation(), high(batch.correlation())); // E [N, N]
    SDVariable mask = diagonal.mul(OWN_SOUND - 1).add(1.0);
    SDVariable logits =
        graph.concat(1, sounding, every.mul(mask), silent).div(temperature); // [N, N + 2]
    SDVariable matching = sounding.div(temperature);
    SDVariable loss = StableMath.logSumExp(logits).sub(matching).mean().rename(NAME);
    return LossTerms.ofPart(loss);
  }

  /** log g(S - 0.65); a cosine of -1 gives -55, far from where an exponential underflows. */
  private static SDVariable high(SDVariable cosines) {
    return logSigmoid(cosines.sub(SOUNDING_ABOVE).div(SLOPE));
  }

  /** log(1 - g(S - 0.4)) = log g(0.4 - S). */
  private static SDVariable low(SDVariable cosines) {
    return logSigmoid(cosines.rsub(SILENT_BELOW).div(SLOPE));
  }

  private static SDVariable logSigmoid(SDVariable x) {
    return x.getSameDiff().nn().logSigmoid(x);
  }

  /** Mean along axis 1 under weights given by their logarithms. */
  private static SDVariable mean(SDVariable values, SDVariable logWeights) {
    return values.mul(StableMath.softmax(logWeights)).sum(false, 1);
  }
}
