package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import whence.engine.FasterGradients;

/**
 * The attention-weighted triplet: what an image shows where it answers its sound lies nearer to
 * that sound than to any other.
 *
 * <p>With {@code w_i(u) = softmax over u of max(0, S_ii(u))} and {@code z_i = sum over u of w_i(u)
 * v_i(u)}, the distances {@code d_ij = |z_i - a_j|}, and {@code p_ij = exp(d_ii / tau) / (exp(d_ii
 * / tau) + exp(d_ij / tau))}, which is 0 where the own sound is far nearer than sound j:
 *
 * <pre>L = 1 / (N (N - 1)) sum over i and j != i of p_ij^2</pre>
 *
 * <ul>
 *   <li>All sounds alike: p = 1/2 and L = 1/4.
 *   <li>The attention of one image lies within a factor of e, whatever the sound: it is broad.
 *   <li>A distance of 0 counts as 1e-6, so that it has a gradient.
 * </ul>
 *
 * <p>Source: Senocak, Oh, Kim, Yang, Kweon, "Learning to localize sound source in visual scenes",
 * CVPR 2018; their squared error of the pair (p, 1 - p) against (0, 1), averaged over the pair, is
 * p^2. Deviations: the negative is each other clip of the batch in turn and not one drawn at
 * random, which is the same in the mean; z passes no further layers, as the encoders here end in a
 * common space; embeddings have unit length, so a temperature takes the place of their free length
 * (tau = 1 is the published form); the published sound network is fixed, this one learns.
 */
public final class AttentionTriplet {

  /** Name of the term, which is all of the loss. */
  static final String NAME = "triplet";

  private static final double SMALLEST_SQUARE = 1e-12;

  private AttentionTriplet() {}

  /**
   * Adds the loss to the graph.
   *
   * @param batch embeddings and their correlation
   * @param diagonal the identity matrix [N, N]
   * @param temperature tau, above 0
   * @return the term {@code triplet}
   */
  public static LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
    SDVariable heard = FasterGradients.relu(batch.ownMaps(diagonal));
    SDVariable attended = batch.weightedSum(StableMath.softmax(heard)); // [N, C]
    SDVariable distances = distances(attended, batch.sounds()); // [N, N]
    SDVariable own = distances.mul(diagonal).sum(true, 1); // [N, 1]
    SDVariable mistaken = // p
        batch.graph().nn().sigmoid(distances.sub(own).div(-temperature));
    SDVariable others = diagonal.rsub(1.0);
    double pairs = batch.clips() * (batch.clips() - 1.0);
    SDVariable loss = mistaken.mul(mistaken).mul(others).sum().div(pairs).rename(NAME);
    return LossTerms.ofPart(loss);
  }

  /** |x_i - y_j| from |x|^2 + |y|^2 - 2 xy, which rounding must not make negative. */
  private static SDVariable distances(SDVariable x, SDVariable y) {
    SDVariable products = x.getSameDiff().linalg().mmul(x, y, false, true, false);
    SDVariable squares =
        x.mul(x).sum(true, 1).add(x.getSameDiff().transpose(y.mul(y).sum(true, 1)));
    SDVariable positive = FasterGradients.relu(squares.sub(products.mul(2)));
    return x.getSameDiff().math().sqrt(positive.add(SMALLEST_SQUARE));
  }
}
