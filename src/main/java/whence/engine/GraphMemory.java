package whence.engine;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;

/** Gives back what a SameDiff graph keeps between runs. */
public final class GraphMemory {
  private GraphMemory() {}

  /**
   * Closes the arrays that the graph's sessions keep for reuse, and forgets the sessions.
   * Forgetting alone leaves the arrays to the garbage collector, which does not see how large they
   * are: resident memory then grows by gigabytes.
   *
   * @param graph not running; arrays it returned before are not touched
   */
  public static void release(SameDiff graph) {
    for (InferenceSession session : graph.getSessions().values()) {
      session.getMmgr().close();
    }
    graph.getSessions().clear();
  }
}
