package whence.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdamUpdater;

/**
 * Adam and AdamW over all trained parameters as one long vector, with global-norm clipping.
 *
 * <p>The arithmetic is ND4J's {@link AdamUpdater}; this class lays the gradients end to end, clips
 * them together, applies weight decay, and keeps the state where it can be saved.
 *
 * <p>Clipping: {@code g <- g * min(1, maxNorm / |g|)} (Pascanu et al., ICML 2013), before decay.
 */
public final class Adam implements AutoCloseable {

  private final Parameters parameters;
  private final AdamSettings settings;
  private final INDArray state;
  private final INDArray gradient;
  private final AdamUpdater updater;
  private int steps;

  /** Starts with zero moments at step 0. */
  public Adam(Parameters parameters, AdamSettings settings) {
    this.parameters = parameters;
    this.settings = settings;
    long count = parameters.trainedCount();
    this.state = Nd4j.zeros(parameters.type(), 1, 2 * count);
    this.gradient = Nd4j.zeros(parameters.type(), 1, count);
    this.updater =
        new AdamUpdater(
            new org.nd4j.linalg.learning.config.Adam(
                1, settings.beta1(), settings.beta2(), settings.epsilon()));
    updater.setStateViewArray(state, new long[] {1, count}, 'c', true);
  }

  /**
   * Changes every trained parameter once, or nothing where a gradient is not finite.
   *
   * @param gradients one a parameter, same shape; not changed
   * @param learningRate step size, at least 0
   * @return the length of the whole gradient before clipping
   */
  public double step(Map<String, INDArray> gradients, double learningRate) {
    double norm = gather(gradients);
    if (!Double.isFinite(norm)) {
      return norm;
    }
    if (norm > settings.maxGradientNorm()) {
      gradient.muli(settings.maxGradientNorm() / norm);
    }
    if (settings.decay() == AdamSettings.Decay.COUPLED) {
      addDecay(settings.weightDecay());
    }
    updater.applyUpdater(gradient, steps++, 0);
    gradient.muli(learningRate);
    if (settings.decay() == AdamSettings.Decay.DECOUPLED) {
      addDecay(settings.weightDecay() * learningRate);
    }
    forEachSlice((name, slice) -> parameters.get(name).subi(slice));
    return norm;
  }

  private double gather(Map<String, INDArray> gradients) {
    forEachSlice(
        (name, slice) -> {
          INDArray part = gradients.get(name);
          if (part == null) {
            throw new IllegalArgumentException("No gradient for " + name);
          }
          slice.assign(part);
        });
    return gradient.norm2Number().doubleValue();
  }

  private void addDecay(double strength) {
    if (strength > 0) {
      forEachSlice(
          (name, slice) -> {
            try (INDArray pull = parameters.get(name).mul(strength)) {
              slice.addi(pull);
            }
          });
    }
  }

  private void forEachSlice(java.util.function.BiConsumer<String, INDArray> action) {
    long start = 0;
    for (String name : parameters.trainedNames()) {
      INDArray parameter = parameters.get(name);
      long end = start + parameter.length();
      INDArray row = gradient.get(NDArrayIndex.point(0), NDArrayIndex.interval(start, end));
      action.accept(name, row.reshape('c', parameter.shape()));
      start = end;
    }
  }

  /** Steps taken so far. */
  public int steps() {
    return steps;
  }

  /** The moments, [1, 2 * trained numbers]: the live array, not a copy. */
  public INDArray state() {
    return state;
  }

  /**
   * Continues from a saved state.
   *
   * @param moments [1, 2 * trained numbers]; copied
   * @param stepsTaken steps behind those moments
   */
  public void restore(INDArray moments, int stepsTaken) {
    state.assign(moments);
    steps = stepsTaken;
  }

  @Override
  public void close() {
    state.close();
    gradient.close();
  }
}
