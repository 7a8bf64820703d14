package whence.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A graph that is only run forward. Not thread-safe. */
public final class InferenceGraph implements AutoCloseable {

  private final SameDiff graph;
  private final GraphRunner runner;

  /** Takes over a finished graph. */
  public InferenceGraph(SameDiff graph) {
    this.graph = graph;
    this.runner = new GraphRunner(graph);
  }

  /**
   * Computes some variables.
   *
   * @param placeholders every placeholder needed, by name; c-order, contiguous; not changed
   * @param outputs names of the variables wanted
   * @return the values in the order of their names, to be closed by the caller
   */
  public List<INDArray> run(Map<String, INDArray> placeholders, String... outputs) {
    Map<String, INDArray> values = runner.run(placeholders, outputs);
    return Arrays.stream(outputs).map(values::get).toList();
  }

  /** The variable of that name, for a look at the graph. */
  public SDVariable variable(String name) {
    return graph.getVariable(name);
  }

  /** The graph as plain values to look at. */
  public GraphSketch sketch() {
    return GraphSketch.of(graph);
  }

  @Override
  public void close() {
    runner.close();
  }
}
