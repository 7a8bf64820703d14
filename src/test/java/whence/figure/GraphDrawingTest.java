package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.engine.GraphSketch;
import whence.engine.GraphSketch.Edge;
import whence.engine.GraphSketch.Kind;
import whence.engine.GraphSketch.Node;

final class GraphDrawingTest {

  private static Node node(String name, Kind kind) {
    return new Node(name, name, kind, List.of());
  }

  /** a feeds b and c; b and c feed d; a also feeds d, past both. */
  private static GraphSketch diamond() {
    return new GraphSketch(
        List.of(
            node("a", Kind.INPUT),
            node("b", Kind.OPERATION),
            node("c", Kind.OPERATION),
            node("d", Kind.RESULT)),
        List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 3), new Edge(2, 3), new Edge(0, 3)));
  }

  @Test
  void everyEdgeRunsDownAndNothingOverlaps() {
    double[] widths = {40, 60, 80, 30};
    GraphLayout layout = GraphLayout.of(diamond(), widths);
    assertThat(layout.layerCount()).isEqualTo(3);
    for (List<GraphLayout.Point> path : layout.paths()) {
      for (int i = 1; i < path.size(); i++) {
        assertThat(path.get(i).layer).isEqualTo(path.get(i - 1).layer + 1);
      }
    }
    assertThat(layout.paths().get(4)).hasSize(3);
    double b = layout.node(1).x;
    double c = layout.node(2).x;
    assertThat(Math.abs(b - c)).isGreaterThanOrEqualTo((widths[1] + widths[2]) / 2);
    assertThat(layout.node(0).x).isBetween(20.0, layout.width());
  }

  @Test
  void chainIsAStraightLine() {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      nodes.add(node("n" + i, Kind.OPERATION));
      if (i > 0) {
        edges.add(new Edge(i - 1, i));
      }
    }
    double[] widths = {30, 90, 30, 50, 30, 70, 30, 30};
    GraphLayout layout = GraphLayout.of(new GraphSketch(nodes, edges), widths);
    for (int i = 1; i < 8; i++) {
      assertThat(layout.node(i).x).isEqualTo(layout.node(0).x);
    }
  }

  @Test
  void inputsStandAboveWhatUsesThem() {
    GraphSketch late =
        new GraphSketch(
            List.of(
                node("early", Kind.INPUT),
                node("late", Kind.INPUT),
                node("one", Kind.OPERATION),
                node("two", Kind.RESULT)),
            List.of(new Edge(0, 2), new Edge(2, 3), new Edge(1, 3)));
    assertThat(GraphLayout.of(late, new double[] {30, 30, 30, 30}).node(1).layer).isEqualTo(1);
  }

  @Test
  void drawingKeepsItsNumbersAndIsTheSameEachTime() {
    Figure figure = GraphDrawing.of(diamond());
    assertThat(figure.csv())
        .isEqualTo("name,operation,inputs,parameters\na,a,,\nb,b,a,\nc,c,a,\nd,d,b c a,\n");
    assertThat(figure.png()).isEqualTo(GraphDrawing.of(diamond()).png());
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThatThrownBy(() -> GraphDrawing.of(new GraphSketch(List.of(), List.of())))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 inputs and operations");
    List<Node> many = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      many.add(node("n" + i, Kind.OPERATION));
    }
    assertThatThrownBy(() -> GraphDrawing.of(new GraphSketch(many, List.of())))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("201 inputs and operations");
  }
}
