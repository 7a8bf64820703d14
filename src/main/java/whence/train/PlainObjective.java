package whence.train;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.loss.LossTerms;
import whence.loss.MaxPooledInfoNce;
import whence.model.DualEncoder;

/** Iteration 0: contrastive learning without labels of any kind. */
final class PlainObjective implements Objective {

  private final double temperature;
  private final INDArray diagonal;

  PlainObjective(int batchSize, double temperature) {
    this.temperature = temperature;
    this.diagonal = Nd4j.eye(batchSize).castTo(DataType.FLOAT);
  }

  @Override
  public LossTerms build(DualEncoder.TrainingPart network) {
    return MaxPooledInfoNce.build(network.correlation(), temperature);
  }

  @Override
  public void feed(int[] clips, Map<String, INDArray> placeholders) {
    placeholders.put(MaxPooledInfoNce.DIAGONAL, diagonal);
  }

  @Override
  public void close() {
    diagonal.close();
  }
}
