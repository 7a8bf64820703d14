package whence.train;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.engine.Tensors;
import whence.label.PseudoLabels;
import whence.loss.IterativeObjective;
import whence.loss.LabelPlaceholders;
import whence.loss.LossTerms;
import whence.loss.ObjectiveSettings;
import whence.model.DualEncoder;

/** Iterations from 1 on: the pseudo-labels of the previous iteration, laid out for a batch. */
final class LabelledObjective implements Objective {

  private static final float EXCLUDED = -1e4f;

  private final PseudoLabels labels;
  private final ObjectiveSettings settings;
  private final Relations relations;
  private final int cells;
  private final INDArray positiveWeights;
  private final INDArray excluded;
  private final INDArray related;
  private final INDArray ownSound;

  LabelledObjective(
      int batchSize, PseudoLabels labels, ObjectiveSettings settings, Relations relations) {
    this.labels = labels;
    this.settings = settings;
    this.relations = relations;
    this.cells = labels.maps().get(0).values().length;
    this.positiveWeights = Tensors.zeros(batchSize, 1, cells);
    this.excluded = Tensors.zeros(batchSize, cells);
    this.related = Tensors.zeros(batchSize, batchSize);
    this.ownSound = Nd4j.eye(batchSize).castTo(DataType.FLOAT).reshape(batchSize, batchSize, 1);
  }

  @Override
  public LossTerms build(DualEncoder.TrainingPart network) {
    LabelPlaceholders placeholders = LabelPlaceholders.in(network.graph(), cells, DataType.FLOAT);
    return IterativeObjective.build(network.correlation(), placeholders, settings);
  }

  @Override
  public void feed(int[] clips, int epoch, Map<String, INDArray> placeholders) {
    Tensors.copyInto(weights(clips), positiveWeights);
    Tensors.copyInto(exclusions(clips), excluded);
    Tensors.copyInto(relations(clips), related);
    placeholders.put(LabelPlaceholders.POSITIVE_WEIGHTS, positiveWeights);
    placeholders.put(LabelPlaceholders.EXCLUDED, excluded);
    placeholders.put(LabelPlaceholders.RELATIONS, related);
    placeholders.put(LabelPlaceholders.OWN_SOUND, ownSound);
  }

  private float[] weights(int[] clips) {
    float[] weights = new float[clips.length * cells];
    for (int row = 0; row < clips.length; row++) {
      boolean[] positive = labels.positive().get(clips[row]).cells();
      float weight = 1f / Math.max(1, labels.positive().get(clips[row]).count());
      for (int u = 0; u < cells; u++) {
        weights[row * cells + u] = positive[u] ? weight : 0;
      }
    }
    return weights;
  }

  private float[] exclusions(int[] clips) {
    float[] exclusions = new float[clips.length * cells];
    for (int row = 0; row < clips.length; row++) {
      boolean[] negative = labels.negative().get(clips[row]).cells();
      for (int u = 0; u < cells; u++) {
        exclusions[row * cells + u] = negative[u] ? 0 : EXCLUDED;
      }
    }
    return exclusions;
  }

  private float[] relations(int[] clips) {
    int n = clips.length;
    float[] matrix = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean isRelated =
            relations == Relations.NONE ? i == j : labels.areRelated(clips[i], clips[j]);
        matrix[i * n + j] = isRelated ? 1 : 0;
      }
    }
    return matrix;
  }

  @Override
  public void close() {
    positiveWeights.close();
    excluded.close();
    related.close();
    ownSound.close();
  }
}
