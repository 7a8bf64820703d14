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

  /**
   * Adds the placeholders of a batch; the tensors stay this object's own.
   *
   * @param clips indices of the clips
   * @param epoch of the iteration, from 0
   * @param placeholders receives them
   */
  void feed(int[] clips, int epoch, Map<String, INDArray> placeholders);

  @Override
  void close();
}
