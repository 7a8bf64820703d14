package whence.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a graph again and again in a memory of its own.
 *
 * <p>SameDiff's sessions keep some of a run's arrays and lose others, which then wait for the
 * garbage collector, as closed ones do; it does not see how large they are, and resident memory
 * grows by gigabytes. Here every run has a new session whose arrays come from one {@link
 * RunMemory}: what is not asked for goes back to it when the run ends. Not thread-safe.
 */
final class GraphRunner implements AutoCloseable {

  private final SameDiff graph;
  private final RunMemory memory = new RunMemory();

  GraphRunner(SameDiff graph) {
    this.graph = graph;
  }

  /**
   * Computes some variables.
   *
   * @return the values by name, to be closed or given back by the caller
   */
  Map<String, INDArray> run(Map<String, INDArray> placeholders, String... outputs) {
    InferenceSession session = new InferenceSession(graph);
    session.setMmgr(memory);
    graph.getSessions().clear();
    graph.getSessions().put(Thread.currentThread().getId(), session);
    Set<INDArray> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      Map<String, INDArray> values = graph.output(placeholders, outputs);
      kept.addAll(values.values());
      return values;
    } finally {
      memory.endRun(kept);
      graph.getSessions().clear();
    }
  }

  /** Takes values of a run back for the next one. */
  void giveBack(Collection<INDArray> values) {
    memory.recycle(values);
  }

  @Override
  public void close() {
    memory.close();
  }
}
