package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import whence.engine.GraphSketch.Edge;
import whence.engine.GraphSketch.Kind;
import whence.engine.GraphSketch.Node;

final class GraphSketchTest {

  @Test
  void tellsInputsOperationsParametersAndResults() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 3, -1);
    SDVariable w = graph.var("w", Nd4j.ones(DataType.FLOAT, 1, 3, 2));
    SDVariable y = x.mul(w);
    y.add(y.sum(true, 1)).rename("answer");
    GraphSketch sketch = GraphSketch.of(graph);
    assertThat(sketch.nodes().get(0))
        .isEqualTo(new Node("x", "input", Kind.INPUT, java.util.List.of("[N, 3, ?]")));
    assertThat(sketch.nodes().get(1).operation()).isEqualTo("multiply");
    assertThat(sketch.nodes().get(1).notes()).containsExactly("w [1, 3, 2]");
    Node last = sketch.nodes().get(3);
    assertThat(last.name()).isEqualTo("answer");
    assertThat(last.kind()).isEqualTo(Kind.RESULT);
    assertThat(sketch.operationCount()).isEqualTo(3);
    assertThat(sketch.edges())
        .containsExactlyInAnyOrder(new Edge(0, 1), new Edge(1, 2), new Edge(1, 3), new Edge(2, 3));
  }

  @Test
  void graphWithoutAnythingHasNoNodes() {
    GraphSketch sketch = GraphSketch.of(SameDiff.create());
    assertThat(sketch.nodes()).isEmpty();
    assertThat(sketch.operationCount()).isZero();
  }
}
