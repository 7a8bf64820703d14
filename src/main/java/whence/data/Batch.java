package whence.data;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Clips side by side, as the networks see them. The batch owns its tensors: close it.
 *
 * @param ids ids of the frames, N of them
 * @param features [N, h, w, D] raw features of the frozen trunk, one row of D numbers a grid cell
 * @param spectrograms [N, 1, M, T] log-mel spectrograms, natural log
 */
public record Batch(List<String> ids, INDArray features, INDArray spectrograms)
    implements AutoCloseable {

  /** Copies the ids and checks that all parts have N rows. */
  public Batch {
    ids = List.copyOf(ids);
    if (features.rank() != 4
        || spectrograms.rank() != 4
        || features.size(0) != ids.size()
        || spectrograms.size(0) != ids.size()) {
      throw new IllegalArgumentException(
          ids.size()
              + " clips with features "
              + java.util.Arrays.toString(features.shape())
              + " and spectrograms "
              + java.util.Arrays.toString(spectrograms.shape()));
    }
  }

  /** N, the number of clips. */
  public int size() {
    return ids.size();
  }

  @Override
  public void close() {
    features.close();
    spectrograms.close();
  }
}
