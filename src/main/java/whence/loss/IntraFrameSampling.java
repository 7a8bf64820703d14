package whence.loss;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What the regions inside a frame contribute to the iterative objective: how similar the sounding
 * region of each image is to each sound, and how similar the clip's own non-sounding cells are.
 *
 * <p>{@code Lp_ij = mean over u in Pos_i of S_ij(u) / tau} (or the maximum over all cells), {@code
 * h_i = max over u in Neg_i of S_ii(u) / tau} (or a log-sum-exp, see {@link HardCells}).
 *
 * <ul>
 *   <li>A clip without positive cells has {@code Lp_ij = 0}.
 *   <li>A clip without negative cells has {@code h_i = -10^4} or less, which is no negative at all.
 * </ul>
 *
 * <p>Source: the abstract of Lin et al., CVIU 2023, names intra-frame sampling; its form is this
 * project's design.
 *
 * @param positive Lp [N, N], image by sound
 * @param hard h [N, 1]; null when hard cells are off
 */
record IntraFrameSampling(SDVariable positive, @Nullable SDVariable hard) {

  /** Far below any logit, yet finite, so that no gradient becomes NaN. */
  static final double EXCLUDED = -1e4;

  /**
   * Adds the fragment to the graph.
   *
   * @param logits S / tau [N, cells, N]
   * @param labels placeholders holding the regions
   * @param settings switches
   */
  static IntraFrameSampling build(
      SDVariable logits, LabelPlaceholders labels, ObjectiveSettings settings) {
    SDVariable positive =
        settings.positiveCells() == PositiveCells.MAXIMUM
            ? logits.max(false, 1)
            : regionMean(logits, labels);
    if (settings.hardCells() == HardCells.NONE) {
      return new IntraFrameSampling(positive, null);
    }
    SDVariable candidates = ownLogits(logits, labels).add(labels.excluded()); // [N, cells]
    return new IntraFrameSampling(positive, pool(candidates, settings));
  }

  private static SDVariable regionMean(SDVariable logits, LabelPlaceholders labels) {
    SDVariable means = logits.getSameDiff().linalg().mmul(labels.positiveWeights(), logits);
    return logits.getSameDiff().squeeze(means, 1); // [N, 1, N] -> [N, N]
  }

  /** S_ii(u) / tau [N, cells]: every image with its own sound. */
  static SDVariable ownLogits(SDVariable logits, LabelPlaceholders labels) {
    SDVariable own = logits.getSameDiff().linalg().mmul(logits, labels.ownSound());
    return logits.getSameDiff().squeeze(own, 2); // [N, cells, 1] -> [N, cells]
  }

  private static SDVariable pool(SDVariable candidates, ObjectiveSettings settings) {
    return switch (settings.hardCells()) {
      case MAXIMUM -> candidates.max(true, 1);
      case HIGHEST -> highest(candidates, settings.hardCount());
      case ALL -> StableMath.logSumExp(candidates);
      case NONE -> throw new IllegalArgumentException("no hard cells to pool");
    };
  }

  /** Log-sum-exp of the k highest, peeled off one by one: topK has no gradient in SameDiff. */
  private static SDVariable highest(SDVariable candidates, int count) {
    SDVariable rest = candidates;
    SDVariable sum = rest.max(true, 1);
    for (int k = 1; k < count; k++) {
      SDVariable peak = StableMath.stopGradient(rest.max(true, 1));
      SDVariable taken = StableMath.stopGradient(rest).gte(peak).castTo(type(candidates));
      rest = rest.add(taken.mul(2 * EXCLUDED));
      sum = StableMath.logAddExp(sum, rest.max(true, 1));
    }
    return sum;
  }

  private static DataType type(SDVariable variable) {
    return variable.dataType();
  }
}
