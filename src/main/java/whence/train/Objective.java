package whence.train;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.loss.LossTerms;
import whence.model.DualEncoder;

/** What a step minimises, and what it must be told about the clips of a batch. */
interface Objective extends AutoCloseable {

  /**
   * Adds the loss to a graph.
   *
   * @param network ends in the correlation S [N, cells, N]
   */
  LossTerms build(DualEncoder.TrainingPart network);

  /** Adds the placeholders of the clips {@code clips}; the tensors stay this object's own. */
  void feed(int[] clips, Map<String, INDArray> placeholders);

  @Override
  void close();
}
