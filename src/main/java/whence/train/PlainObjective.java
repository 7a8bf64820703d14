package whence.train;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.loss.AffinityContrastive;
import whence.loss.EmbeddedBatch;
import whence.loss.LossTerms;
import whence.loss.MaxPooledInfoNce;
import whence.loss.PeerObjective;
import whence.model.DualEncoder;

/** Iteration 0: learning without labels of any kind. */
final class PlainObjective implements Objective {

  private final PeerObjective objective;
  private final double temperature;
  private final INDArray diagonal;
  private final INDArray off;
  private final INDArray on;

  PlainObjective(TrainingSettings settings) {
    this.objective = settings.firstObjective();
    this.temperature = settings.objective().temperature();
    this.diagonal = Nd4j.eye(settings.batchSize()).castTo(DataType.FLOAT);
    this.off = Nd4j.scalar(0f);
    this.on = Nd4j.scalar(1f);
  }

  @Override
  public LossTerms build(DualEncoder.TrainingPart network) {
    EmbeddedBatch batch =
        new EmbeddedBatch(
            network.unitImages(),
            network.sounds(),
            network.correlation(),
            network.clips(),
            network.cells());
    return objective.build(batch, temperature);
  }

  @Override
  public void feed(int[] clips, int epoch, Map<String, INDArray> placeholders) {
    placeholders.put(MaxPooledInfoNce.DIAGONAL, diagonal);
    if (objective == PeerObjective.AFFINITY) {
      boolean warm = epoch < AffinityContrastive.WARM_UP_EPOCHS;
      placeholders.put(AffinityContrastive.AFFINITY_ON, warm ? off : on);
    }
  }

  @Override
  public void close() {
    diagonal.close();
    off.close();
    on.close();
  }
}
