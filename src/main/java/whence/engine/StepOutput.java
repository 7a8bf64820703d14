package whence.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What one run of a {@link TrainingGraph} gave. Owns its tensors: close it after use. */
public final class StepOutput implements AutoCloseable {

  private final Map<String, String> gradientNames;
  private final Map<String, INDArray> outputs;

  StepOutput(Map<String, String> gradientNames, Map<String, INDArray> outputs) {
    this.gradientNames = gradientNames;
    this.outputs = outputs;
  }

  /** Gradients by parameter name, in the parameters' order; live arrays. */
  public Map<String, INDArray> gradients() {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    gradientNames.forEach((parameter, name) -> gradients.put(parameter, value(name)));
    return gradients;
  }

  /** A value that was asked for when the graph was compiled. */
  public INDArray value(String name) {
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
    outputs.values().stream()
        .filter(tensor -> !tensor.wasClosed() && tensor.closeable())
        .forEach(INDArray::close);
  }
}
