package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.engine.GraphSketch;
import whence.engine.GraphSketch.Kind;
import whence.engine.GraphSketch.Node;

/**
 * A SameDiff graph as a drawing: inputs in blue, operations with the parameters they use, results
 * in green; data flows downward. See {@link GraphLayout} for the placement.
 *
 * <p>An empty graph, or one of more than {@value #MOST_NODES} nodes, is refused.
 */
public final class GraphDrawing {
  /** More cannot be read on one page. */
  public static final int MOST_NODES = 200;

  private static final double LINE = 8.5;
  private static final double PADDING = 4;
  private static final double BETWEEN_LAYERS = 12;
  private static final double MARGIN = 4;
  private static final int DPI = 144;
  private static final double LONGEST_TEXT = 150;

  private final GraphSketch graph;
  private final GraphLayout layout;
  private final double[] tops;
  private final double[] heights;
  private final double height;
  private final Map<GraphLayout.Point, Double> own = new IdentityHashMap<>();

  private GraphDrawing(GraphSketch graph) {
    this.graph = graph;
    double[] widths = graph.nodes().stream().mapToDouble(GraphDrawing::width).toArray();
    this.layout = GraphLayout.of(graph, widths);
    this.heights = new double[layout.layerCount()];
    for (int i = 0; i < widths.length; i++) {
      own.put(layout.node(i), height(graph.nodes().get(i)));
      int layer = layout.node(i).layer;
      heights[layer] = Math.max(heights[layer], height(graph.nodes().get(i)));
    }
    this.tops = new double[heights.length];
    double y = MARGIN;
    for (int layer = 0; layer < tops.length; layer++) {
      tops[layer] = y;
      y += heights[layer] + BETWEEN_LAYERS;
    }
    this.height = y - BETWEEN_LAYERS + MARGIN;
  }

  /**
   * Draws a graph.
   *
   * @return a figure whose numbers are its nodes, with what feeds them
   */
  public static Figure of(GraphSketch graph) {
    if (graph.nodes().isEmpty() || graph.nodes().size() > MOST_NODES) {
      throw new WhenceException(
          "Cannot draw a graph",
          graph.nodes().size() + " inputs and operations",
          "1 to " + MOST_NODES,
          "draw a part of it; a training graph with its gradients is too large");
    }
    GraphDrawing drawing = new GraphDrawing(graph);
    double width = Math.max(60, drawing.layout.width() + 2 * MARGIN);
    FigureSize size = FigureSize.ofPoints(width, Math.max(15, drawing.height), DPI);
    return new Figure(size, drawing::paint, drawing.numbers());
  }

  private void paint(Graphics2D g) {
    g.setFont(Typography.TEXT);
    for (List<GraphLayout.Point> path : layout.paths()) {
      edge(g, path);
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(g, graph.nodes().get(i), layout.node(i));
    }
  }

  private void edge(Graphics2D g, List<GraphLayout.Point> path) {
    g.setColor(Palette.GREY.colour());
    g.setStroke(Typography.solid(0.7));
    Path2D line = new Path2D.Double();
    GraphLayout.Point last = path.get(0);
    line.moveTo(MARGIN + last.x, bottom(last));
    for (GraphLayout.Point point : path.subList(1, path.size())) {
      double half = (tops[last.layer] + heights[last.layer] + tops[point.layer]) / 2;
      line.curveTo(MARGIN + last.x, half, MARGIN + point.x, half, MARGIN + point.x, top(point));
      line.lineTo(MARGIN + point.x, own.containsKey(point) ? top(point) : bottom(point));
      last = point;
    }
    g.draw(line);
    double x = MARGIN + last.x;
    double y = top(last);
    Path2D head = new Path2D.Double();
    head.moveTo(x - 2.2, y - 4);
    head.lineTo(x, y);
    head.lineTo(x + 2.2, y - 4);
    head.closePath();
    g.fill(head);
  }

  /** A node stands in the middle of its layer; a waypoint is as high as its layer. */
  private double top(GraphLayout.Point point) {
    double high = own.getOrDefault(point, heights[point.layer]);
    return tops[point.layer] + (heights[point.layer] - high) / 2;
  }

  private double bottom(GraphLayout.Point point) {
    return top(point) + own.getOrDefault(point, heights[point.layer]);
  }

  private void node(Graphics2D g, Node node, GraphLayout.Point point) {
    double width = width(node);
    double x = MARGIN + point.x;
    double top = top(point);
    RoundRectangle2D box =
        new RoundRectangle2D.Double(x - width / 2, top, width, height(node), 5, 5);
    g.setColor(Palette.PAPER.colour());
    g.fill(box);
    g.setColor(colour(node.kind()).at(0.14));
    g.fill(box);
    g.setColor(colour(node.kind()).colour());
    g.setStroke(Typography.solid(0.8));
    g.draw(box);
    g.setColor(Palette.INK.colour());
    List<String> lines = lines(node);
    double y = top + PADDING / 2 + LINE - 2.2;
    for (int i = 0; i < lines.size(); i++) {
      g.setFont(i == 0 ? Typography.STRONG : Typography.TEXT);
      Typography.centred(g, lines.get(i), x, y + i * LINE);
    }
  }

  private static Palette colour(Kind kind) {
    return switch (kind) {
      case INPUT -> Palette.BLUE;
      case OPERATION -> Palette.GREY;
      case RESULT -> Palette.GREEN;
    };
  }

  /** What it does in bold, its name where that says more, then its parameters. */
  private static List<String> lines(Node node) {
    List<String> lines = new ArrayList<>();
    boolean input = node.kind() == Kind.INPUT;
    lines.add(input ? node.name() : node.operation());
    if (!input && !isMadeUp(node)) {
      lines.add("= " + node.name());
    }
    lines.addAll(node.notes());
    lines.replaceAll(line -> Typography.fitted(Typography.TEXT, line, LONGEST_TEXT));
    return lines;
  }

  /** SameDiff names a value after its operation, with a number where there are several. */
  private static boolean isMadeUp(Node node) {
    return node.name().matches(Pattern.quote(node.operation()) + "(_\\d+)?");
  }

  private static double width(Node node) {
    return 2 * PADDING
        + lines(node).stream()
            .mapToDouble(line -> Typography.width(Typography.STRONG, line))
            .max()
            .orElse(0);
  }

  private static double height(Node node) {
    return PADDING + LINE * lines(node).size();
  }

  private Table numbers() {
    StringColumn name = StringColumn.create("name");
    StringColumn operation = StringColumn.create("operation");
    StringColumn inputs = StringColumn.create("inputs");
    StringColumn notes = StringColumn.create("parameters");
    for (int i = 0; i < graph.nodes().size(); i++) {
      int index = i;
      Node node = graph.nodes().get(i);
      name.append(node.name());
      operation.append(node.operation());
      inputs.append(
          String.join(
              " ",
              graph.edges().stream()
                  .filter(edge -> edge.to() == index)
                  .map(edge -> graph.nodes().get(edge.from()).name())
                  .toList()));
      notes.append(String.join("; ", node.notes()));
    }
    return Table.create("graph", name, operation, inputs, notes);
  }
}
