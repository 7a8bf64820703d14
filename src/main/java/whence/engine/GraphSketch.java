package whence.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * What a SameDiff graph computes, as plain values to look at: its inputs, its operations in the
 * order they were added, and which feeds which.
 *
 * <ul>
 *   <li>Trained variables and constants are no nodes: they are told with the operation that uses
 *       them.
 *   <li>An operation is called by the name of its first output, and of its kind where that name was
 *       made up by SameDiff.
 *   <li>The last operations, which feed none, are the results.
 * </ul>
 *
 * @param nodes inputs first
 * @param edges from the node that gives to the node that takes, by index
 */
public record GraphSketch(List<Node> nodes, List<Edge> edges) {

  /** What a node is. */
  public enum Kind {
    /** Fed from outside. */
    INPUT,
    /** Computed on the way. */
    OPERATION,
    /** Computed and used by no other. */
    RESULT
  }

  /**
   * One input or operation.
   *
   * @param name of its value in the graph
   * @param operation kind, such as {@code conv2d}; {@code input} for an input
   * @param kind place in the graph
   * @param notes shape of an input; name and shape of each parameter an operation uses
   */
  public record Node(String name, String operation, Kind kind, List<String> notes) {
    /** Copies the list. */
    public Node {
      notes = List.copyOf(notes);
    }
  }

  /** The value of node {@code from} is used by node {@code to}. */
  public record Edge(int from, int to) {}

  /** Copies the lists. */
  public GraphSketch {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** Looks at a graph; changes nothing. */
  public static GraphSketch of(SameDiff graph) {
    return new Builder(graph).build();
  }

  /** Number of operations. */
  public int operationCount() {
    return (int) nodes.stream().filter(node -> node.kind() != Kind.INPUT).count();
  }

  private static final class Builder {
    private final SameDiff graph;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Integer> producer = new HashMap<>();

    Builder(SameDiff graph) {
      this.graph = graph;
    }

    GraphSketch build() {
      for (SDVariable variable : graph.variables()) {
        if (variable.getVariableType() == VariableType.PLACEHOLDER) {
          producer.put(variable.name(), nodes.size());
          nodes.add(new Node(variable.name(), "input", Kind.INPUT, List.of(shape(variable))));
        }
      }
      for (SameDiffOp op : graph.getOps().values()) {
        add(op);
      }
      for (int i = 0; i < nodes.size(); i++) {
        int index = i;
        Node node = nodes.get(i);
        boolean used = edges.stream().anyMatch(edge -> edge.from() == index);
        if (node.kind() == Kind.OPERATION && !used) {
          nodes.set(i, new Node(node.name(), node.operation(), Kind.RESULT, node.notes()));
        }
      }
      return new GraphSketch(nodes, edges);
    }

    private void add(SameDiffOp op) {
      int index = nodes.size();
      List<String> notes = new ArrayList<>();
      Map<Integer, Boolean> sources = new LinkedHashMap<>();
      for (String input : nullToNone(op.getInputsToOp())) {
        Integer from = producer.get(input);
        SDVariable variable = graph.getVariable(input);
        if (from != null) {
          sources.put(from, true);
        } else if (variable != null && variable.getVariableType() != VariableType.ARRAY) {
          notes.add(input + " " + shape(variable));
        }
      }
      sources.keySet().forEach(from -> edges.add(new Edge(from, index)));
      List<String> outputs = nullToNone(op.getOutputsOfOp());
      outputs.forEach(output -> producer.put(output, index));
      String name = outputs.isEmpty() ? op.getName() : outputs.get(0);
      nodes.add(new Node(name, op.getOp().opName(), Kind.OPERATION, notes));
    }

    private static List<String> nullToNone(@Nullable List<String> names) {
      return names == null ? List.of() : names;
    }

    private static String shape(SDVariable variable) {
      long[] shape =
          variable.isPlaceHolder() ? variable.placeholderShape() : variable.getArr().shape();
      if (shape == null) {
        return "[?]";
      }
      StringJoiner text = new StringJoiner(", ", "[", "]");
      for (int axis = 0; axis < shape.length; axis++) {
        text.add(shape[axis] >= 0 ? Long.toString(shape[axis]) : axis == 0 ? "N" : "?");
      }
      return text.toString();
    }
  }
}
