package whence.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph compiled for training: placeholders in, named values and gradients out.
 *
 * <p>SameDiff's own {@code fit} is not used (it reports no loss and cannot clip), nor its {@code
 * calculateGradients} (which keeps every activation). The gradient function is built once. Not
 * thread-safe.
 */
public final class TrainingGraph implements AutoCloseable {

  static {
    // SameDiff copies its table of operations at the first gradient.
    BatchNormRepair.install();
    FasterGradients.install();
  }

  private final GraphRunner runner;
  private final Map<String, String> gradientNames = new LinkedHashMap<>();
  private final String[] wanted;

  private TrainingGraph(SameDiff graph, Parameters parameters, List<String> values) {
    this.runner = new GraphRunner(graph.getFunction("grad"));
    for (String name : parameters.trainedNames()) {
      SDVariable gradient = graph.getVariable(name).gradient();
      if (gradient == null) {
        throw new IllegalStateException("The loss does not depend on " + name);
      }
      gradientNames.put(name, gradient.name());
    }
    this.wanted =
        java.util.stream.Stream.concat(gradientNames.values().stream(), values.stream())
            .toArray(String[]::new);
  }

  /**
   * Builds the gradient function.
   *
   * @param graph holds the parameters under their own names
   * @param parameters the tensors to differentiate by
   * @param loss a scalar variable of the graph
   * @param values names of further variables to return from every run
   */
  public static TrainingGraph compile(
      SameDiff graph, Parameters parameters, SDVariable loss, List<String> values) {
    graph.setLossVariables(loss.name());
    StandardOutput.silence(graph::createGradFunction);
    return new TrainingGraph(graph, parameters, values);
  }

  /**
   * Runs forward and backward once.
   *
   * @param placeholders every placeholder by name; c-order, contiguous; not changed
   * @return gradients and values, to be closed by the caller
   */
  public StepOutput run(Map<String, INDArray> placeholders) {
    return new StepOutput(gradientNames, runner.run(placeholders, wanted), runner);
  }

  @Override
  public void close() {
    runner.close();
  }
}
