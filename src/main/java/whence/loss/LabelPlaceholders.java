package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Where the pseudo-labels of a batch enter the graph.
 *
 * @param positiveWeights [N, 1, cells]; 1/|Pos_i| on the positive cells, 0 elsewhere
 * @param excluded [N, cells]; 0 on the negative cells, -10^4 elsewhere
 * @param relations [N, N]; 1 where clips are related, the diagonal included, 0 elsewhere; symmetric
 * @param ownSound [N, N, 1]; the identity matrix, picks each image's own sound
 */
public record LabelPlaceholders(
    SDVariable positiveWeights, SDVariable excluded, SDVariable relations, SDVariable ownSound) {

  /** Placeholder name of {@link #positiveWeights}. */
  public static final String POSITIVE_WEIGHTS = "positive_weights";

  /** Placeholder name of {@link #excluded}. */
  public static final String EXCLUDED = "excluded";

  /** Placeholder name of {@link #relations}. */
  public static final String RELATIONS = "relations";

  /** Placeholder name of {@link #ownSound}. */
  public static final String OWN_SOUND = "own_sound";

  /** Adds the placeholders for maps of {@code cells} cells to a graph. */
  public static LabelPlaceholders in(SameDiff graph, int cells, DataType type) {
    return new LabelPlaceholders(
        graph.placeHolder(POSITIVE_WEIGHTS, type, -1, 1, cells),
        graph.placeHolder(EXCLUDED, type, -1, cells),
        graph.placeHolder(RELATIONS, type, -1, -1),
        graph.placeHolder(OWN_SOUND, type, -1, -1, 1));
  }
}
