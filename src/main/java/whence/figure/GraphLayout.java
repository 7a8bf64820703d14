package whence.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.engine.GraphSketch;

/**
 * Places the nodes of a graph without cycles in layers, so that every edge runs downward: a small
 * version of the method of Sugiyama, Tagawa and Toda.
 *
 * <ol>
 *   <li>Layer of a node: one below the lowest of the nodes that feed it.
 *   <li>An edge over several layers gets a waypoint in each layer between.
 *   <li>Within a layer, nodes and waypoints are sorted by the mean place of their neighbours,
 *       sweeping down and up a few times.
 *   <li>Each is moved toward the mean of its neighbours as far as its fellows allow.
 * </ol>
 *
 * <p>Nodes are expected in an order in which no node comes before one that feeds it. Source: K.
 * Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system
 * structures", IEEE Transactions on Systems, Man, and Cybernetics 11(2), 1981.
 */
final class GraphLayout {
  private static final int SWEEPS = 12;
  private static final double GAP = 14;
  private static final double WAYPOINT = 6;

  private final double[] widths;
  private final List<Point> points = new ArrayList<>();
  private final List<List<Point>> layers = new ArrayList<>();
  private final List<List<Point>> paths = new ArrayList<>();

  /** A node, or a waypoint of an edge. */
  static final class Point {
    final int layer;
    final double width;
    final List<Point> above = new ArrayList<>();
    final List<Point> below = new ArrayList<>();
    double x;

    Point(int layer, double width) {
      this.layer = layer;
      this.width = width;
    }

    double middle(List<Point> neighbours) {
      return neighbours.stream().mapToDouble(p -> p.x).average().orElse(x);
    }
  }

  private GraphLayout(double[] widths) {
    this.widths = widths;
  }

  /**
   * Lays out a graph.
   *
   * @param widths of the nodes, points
   */
  static GraphLayout of(GraphSketch graph, double[] widths) {
    GraphLayout layout = new GraphLayout(widths.clone());
    layout.layer(graph);
    layout.connect(graph);
    layout.spread();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      layout.sweep(sweep % 2 == 0);
    }
    layout.shiftToZero();
    return layout;
  }

  /** Where a node stands. */
  Point node(int index) {
    return points.get(index);
  }

  int layerCount() {
    return layers.size();
  }

  /** From the giving node over the waypoints to the taking one; edges in the graph's order. */
  List<List<Point>> paths() {
    return paths;
  }

  /** Width of everything, points. */
  double width() {
    return layers.stream()
        .flatMap(List::stream)
        .mapToDouble(p -> p.x + p.width / 2)
        .max()
        .orElse(0);
  }

  private void layer(GraphSketch graph) {
    int[] layer = new int[widths.length];
    for (GraphSketch.Edge edge : graph.edges()) {
      layer[edge.to()] = Math.max(layer[edge.to()], layer[edge.from()] + 1);
    }
    // An input stands right above what uses it first.
    for (int node = 0; node < widths.length; node++) {
      int index = node;
      if (graph.nodes().get(node).kind() == GraphSketch.Kind.INPUT) {
        layer[node] =
            graph.edges().stream()
                .filter(edge -> edge.from() == index)
                .mapToInt(edge -> layer[edge.to()] - 1)
                .min()
                .orElse(0);
      }
    }
    int count = 1 + Arrays.stream(layer).max().orElse(0);
    for (int i = 0; i < count; i++) {
      layers.add(new ArrayList<>());
    }
    for (int node = 0; node < widths.length; node++) {
      Point point = new Point(layer[node], widths[node]);
      points.add(point);
      layers.get(point.layer).add(point);
    }
  }

  private void connect(GraphSketch graph) {
    for (GraphSketch.Edge edge : graph.edges()) {
      List<Point> path = new ArrayList<>();
      Point from = points.get(edge.from());
      Point to = points.get(edge.to());
      path.add(from);
      for (int layer = from.layer + 1; layer < to.layer; layer++) {
        Point waypoint = new Point(layer, WAYPOINT);
        layers.get(layer).add(waypoint);
        path.add(waypoint);
      }
      path.add(to);
      for (int i = 1; i < path.size(); i++) {
        path.get(i - 1).below.add(path.get(i));
        path.get(i).above.add(path.get(i - 1));
      }
      paths.add(path);
    }
  }

  private void spread() {
    for (List<Point> layer : layers) {
      double x = 0;
      for (Point point : layer) {
        point.x = x + point.width / 2;
        x += point.width + GAP;
      }
    }
  }

  private void sweep(boolean down) {
    for (int i = 0; i < layers.size(); i++) {
      List<Point> layer = layers.get(down ? i : layers.size() - 1 - i);
      double[] wanted = new double[layer.size()];
      layer.sort(Comparator.comparingDouble(p -> p.middle(down ? p.above : p.below)));
      for (int k = 0; k < wanted.length; k++) {
        Point point = layer.get(k);
        wanted[k] = point.middle(down ? point.above : point.below);
      }
      place(layer, wanted);
    }
  }

  /**
   * As near to the wanted places as order and gaps allow: neighbours that would overlap form a
   * block, which stands at the mean of what its members want.
   */
  private static void place(List<Point> layer, double[] wanted) {
    List<double[]> blocks = new ArrayList<>(); // first, count, sum of wanted starts, width
    for (int k = 0; k < wanted.length; k++) {
      double[] block = {k, 1, wanted[k] - layer.get(k).width / 2, layer.get(k).width};
      while (!blocks.isEmpty() && overlaps(blocks.get(blocks.size() - 1), block)) {
        double[] left = blocks.remove(blocks.size() - 1);
        double shift = left[3] + GAP;
        block =
            new double[] {
              left[0], left[1] + block[1], left[2] + block[2] - block[1] * shift, shift + block[3]
            };
      }
      blocks.add(block);
    }
    for (double[] block : blocks) {
      double x = block[2] / block[1];
      for (int k = (int) block[0]; k < block[0] + block[1]; k++) {
        layer.get(k).x = x + layer.get(k).width / 2;
        x += layer.get(k).width + GAP;
      }
    }
  }

  private static boolean overlaps(double[] left, double[] right) {
    return left[2] / left[1] + left[3] + GAP > right[2] / right[1];
  }

  private void shiftToZero() {
    double left =
        layers.stream().flatMap(List::stream).mapToDouble(p -> p.x - p.width / 2).min().orElse(0);
    layers.forEach(layer -> layer.forEach(p -> p.x -= left));
  }
}
