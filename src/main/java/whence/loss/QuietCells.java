package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import whence.engine.FasterGradients;

/**
 * Holds down the correlation of a clip's non-sounding cells with its own sound.
 *
 * <p>{@code Q = mean over i of [ 1/|Neg_i| sum over u in Neg_i of max(0, S_ii(u) - s0)^2 ]}. The
 * contrastive terms compare correlations only with each other: adding the same number to all of
 * them changes nothing, and without this anchor the non-sounding cells drift upwards with the
 * sounding ones.
 *
 * <ul>
 *   <li>Cells at or below the level s0 cost nothing.
 *   <li>A clip without negative cells contributes 0.
 * </ul>
 *
 * <p>Source: that the correlation of non-sounding regions with the sound goes down is in the
 * abstract of Lin et al., CVIU 2023; this term is this project's design.
 */
final class QuietCells {

  /** Name of the term. */
  static final String NAME = "quiet";

  private QuietCells() {}

  /**
   * Adds the term to the graph.
   *
   * @param ownCosines [N, cells] correlation of each image with its own sound
   * @param excluded [N, cells]; 0 on negative cells, -10^4 elsewhere
   * @param level s0, a cosine
   * @return a scalar in [0, 4]
   */
  static SDVariable build(SDVariable ownCosines, SDVariable excluded, double level) {
    SDVariable negative =
        excluded.div(-IntraFrameSampling.EXCLUDED).add(1); // [N, cells] of 0 and 1
    SDVariable loud = FasterGradients.relu(ownCosines.sub(level)).mul(negative);
    SDVariable count = negative.sum(1).add(1e-9); // [N]
    return loud.mul(loud).sum(1).div(count).mean().rename(NAME);
  }
}
