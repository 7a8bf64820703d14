package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import whence.WhenceException;

/**
 * What the networks make of a batch, for objectives that need more than the correlation.
 *
 * @param images v [N * cells, C], unit length
 * @param sounds a [N, C], unit length
 * @param correlation S [N, cells, N]: image, cell, sound; cosines
 * @param clips N, at least 2
 * @param cells h * w, at least 1
 */
public record EmbeddedBatch(
    SDVariable images, SDVariable sounds, SDVariable correlation, int clips, int cells) {

  /** Checks the sizes. */
  public EmbeddedBatch {
    if (clips < 2 || cells < 1) {
      throw new WhenceException(
          "Cannot build an objective",
          "a batch of " + clips + " clips of " + cells + " cells",
          "at least 2 clips, at least 1 cell",
          "every objective compares clips of a batch: make the batches larger");
    }
  }

  /** The graph all of it is part of. */
  SameDiff graph() {
    return correlation.getSameDiff();
  }

  /**
   * S_ii(u) [N, cells]: every image with its own sound.
   *
   * @param diagonal the identity matrix [N, N]
   */
  SDVariable ownMaps(SDVariable diagonal) {
    SDVariable own = graph().linalg().mmul(correlation, diagonal.reshape(clips, clips, 1));
    return own.reshape(clips, cells); // [N, cells, 1] -> [N, cells]
  }

  /**
   * Means of the cells of each image under weights of their own.
   *
   * @param weights [N, cells]
   * @return [N, C], the sum over cells of weight times embedding
   */
  SDVariable weightedSum(SDVariable weights) {
    SDVariable rows = images.reshape(clips, cells, -1);
    SDVariable sums = graph().linalg().mmul(weights.reshape(clips, 1, cells), rows);
    return sums.reshape(clips, -1); // [N, 1, C] -> [N, C]
  }
}
