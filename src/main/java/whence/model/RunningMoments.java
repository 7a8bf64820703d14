package whence.model;

import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Parameters;
import whence.engine.StepOutput;

/**
 * Running mean and variance of layers normalised by batch: {@code r <- 0.9 r + 0.1 m} after every
 * step. The biased variance of the batch is used throughout.
 */
final class RunningMoments {

  static final String MEAN = ".mean";
  static final String VARIANCE = ".variance";
  static final String BATCH_MEAN = ".batch_mean";
  static final String BATCH_VARIANCE = ".batch_variance";
  private static final double MOMENTUM = 0.1;

  private RunningMoments() {}

  /** Names of the values that a training graph must yield for {@link #update}. */
  static List<String> valueNames(List<String> layers) {
    return layers.stream()
        .flatMap(layer -> Stream.of(layer + BATCH_MEAN, layer + BATCH_VARIANCE))
        .toList();
  }

  static void update(Parameters parameters, List<String> layers, StepOutput step) {
    for (String layer : layers) {
      blend(parameters.get(layer + MEAN), step.value(layer + BATCH_MEAN));
      blend(parameters.get(layer + VARIANCE), step.value(layer + BATCH_VARIANCE));
    }
  }

  private static void blend(INDArray running, INDArray batch) {
    try (INDArray difference = batch.sub(running)) {
      running.addi(difference.muli(MOMENTUM));
    }
  }
}
