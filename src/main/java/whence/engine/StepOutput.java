package whence.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one run of a {@link TrainingGraph} gave. Close it after use: its tensors then serve the next
 * run.
 */
public final class StepOutput implements AutoCloseable {

  private final Map<String, String> gradientNames;
  private final Map<String, INDArray> outputs;
  private final GraphRunner owner;
  private boolean closed;

  StepOutput(Map<String, String> gradientNames, Map<String, INDArray> outputs, GraphRunner owner) {
    this.gradientNames = gradientNames;
    this.outputs = outputs;
    this.owner = owner;
  }

  /** Gradients by parameter name, in the parameters' order; live arrays. */
  public Map<String, INDArray> gradients() {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    gradientNames.forEach((parameter, name) -> gradients.put(parameter, value(name)));
    return gradients;
  }

  /** A value that was asked for when the graph was compiled. */
  public INDArray value(String name) {
    if (closed) {
      throw new IllegalStateException("The output of this step was closed");
    }
    INDArray value = outputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No value is called " + name);
    }
    return value;
  }

  /** A scalar value. */
  public double scalar(String name) {
    return value(name).getDouble(0);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      owner.giveBack(outputs.values());
    }
  }
}
