package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TrainingGraphTest {

  /** What 200 runs may leave behind; a single array lost in each run would be 275 MB. */
  private static final long MEGABYTES = 64L << 20;

  /** {@code loss = sum(x * w)}. */
  private static SDVariable product(SameDiff graph, Parameters parameters) {
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 2);
    return x.mmul(graph.var("w", parameters.get("w"))).sum().rename("loss");
  }

  private static Parameters weights(double... values) {
    Parameters parameters = new Parameters();
    parameters.train("w", values, 2, 1);
    return parameters;
  }

  @Test
  void anUpdateIsSeenByEveryGraphOfTheSameParameters() {
    try (Parameters parameters = weights(1, 10);
        INDArray x = Tensors.of(new float[] {1, 2, 3, 4}, 2, 2)) {
      SameDiff forward = SameDiff.create();
      product(forward, parameters);
      SameDiff graph = SameDiff.create();
      SDVariable loss = product(graph, parameters);
      try (InferenceGraph inference = new InferenceGraph(forward);
          TrainingGraph training = TrainingGraph.compile(graph, parameters, loss, List.of("loss"));
          Adam adam = new Adam(parameters, AdamSettings.defaults())) {
        try (INDArray before = inference.run(Map.of("x", x), "loss").get(0);
            StepOutput step = training.run(Map.of("x", x))) {
          assertThat(before.getDouble(0)).isEqualTo(64);
          assertThat(step.scalar("loss")).isEqualTo(64);
          assertThat(Tensors.toArray(step.gradients().get("w"))).containsExactly(4, 6);
          adam.step(step.gradients(), 0.5); // the first step of Adam is the rate along the sign
        }
        try (INDArray after = inference.run(Map.of("x", x), "loss").get(0);
            StepOutput step = training.run(Map.of("x", x))) {
          assertThat(after.getDouble(0)).isCloseTo(0.5 * 4 + 9.5 * 6, offset(1e-3));
          assertThat(step.scalar("loss")).isEqualTo(after.getDouble(0));
        }
      }
    }
  }

  @Test
  void valuesAreRefusedByNameAndClosedTogether() {
    try (Parameters parameters = weights(1, 2);
        INDArray x = Tensors.of(new float[] {1, 2}, 1, 2)) {
      SameDiff graph = SameDiff.create();
      SDVariable loss = product(graph, parameters);
      try (TrainingGraph training =
          TrainingGraph.compile(graph, parameters, loss, List.of("loss"))) {
        StepOutput step = training.run(Map.of("x", x));
        INDArray gradient = step.gradients().get("w");
        assertThatThrownBy(() -> step.value("other")).hasMessage("No value is called other");
        step.close();
        step.close(); // closing twice gives nothing back twice
        assertThatThrownBy(() -> step.value("loss")).hasMessageContaining("was closed");
        try (StepOutput next = training.run(Map.of("x", x));
            StepOutput other = training.run(Map.of("x", x))) {
          assertThat(next.gradients().get("w")).isSameAs(gradient);
          assertThat(other.gradients().get("w")).isNotSameAs(gradient);
        }
        assertThat(parameters.get("w").wasClosed()).isFalse();
      }
    }
  }

  @Test
  void memoryDoesNotGrowOverTwoHundredRuns() {
    int side = 600; // 1.4 MB a matrix
    try (Parameters parameters = new Parameters();
        INDArray x = Tensors.zeros(side, side)) {
      parameters.train("w", new double[side * side], side, side);
      SameDiff graph = SameDiff.create();
      SDVariable input = graph.placeHolder("x", DataType.FLOAT, -1, side);
      SDVariable w = graph.var("w", parameters.get("w"));
      SDVariable hidden = graph.nn().relu(input.add(w).add(1).mul(w.add(2)), 0);
      SDVariable loss = hidden.mul(hidden).mean().rename("loss");
      try (TrainingGraph training =
          TrainingGraph.compile(graph, parameters, loss, List.of("loss"))) {
        run(training, x, 40);
        long before = Pointer.physicalBytes();
        run(training, x, 200);
        assertThat(Pointer.physicalBytes() - before).isLessThan(MEGABYTES);
      }
    }
  }

  private static void run(TrainingGraph training, INDArray x, int times) {
    for (int i = 0; i < times; i++) {
      training.run(Map.of("x", x)).close();
    }
  }

  @Test
  void inferenceMemoryDoesNotGrowOverTwoHundredRuns() {
    int side = 600;
    SameDiff graph = SameDiff.create();
    SDVariable input = graph.placeHolder("x", DataType.FLOAT, -1, side);
    input.add(1).mul(input).add(2).sum().rename("y");
    try (InferenceGraph inference = new InferenceGraph(graph);
        INDArray x = Tensors.zeros(side, side)) {
      for (int i = 0; i < 40; i++) {
        inference.run(Map.of("x", x), "y").get(0).close();
      }
      long before = Pointer.physicalBytes();
      for (int i = 0; i < 200; i++) {
        inference.run(Map.of("x", x), "y").get(0).close();
      }
      assertThat(Pointer.physicalBytes() - before).isLessThan(MEGABYTES);
    }
  }

  @Test
  void nothingIsPrintedWhileCompiling() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Parameters parameters = weights(1, 2)) {
      SameDiff graph = SameDiff.create();
      TrainingGraph.compile(graph, parameters, product(graph, parameters), List.of()).close();
      assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
      assertThatThrownBy(
              () ->
                  StandardOutput.silence(
                      () -> {
                        throw new IllegalStateException("inside");
                      }))
          .hasMessage("inside");
      System.out.print("heard again");
      assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("heard again");
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void tensorsGoThereAndBack() {
    float[] values = {1, 2, 3, 4, 5, 6};
    try (INDArray tensor = Tensors.of(values, 2, 3);
        INDArray zeros = Tensors.zeros(3, 2)) {
      assertThat(tensor.getDouble(1, 0)).isEqualTo(4);
      assertThat(Tensors.toArray(tensor)).containsExactly(values);
      assertThat(Tensors.toArray(tensor.permute(1, 0))).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(Tensors.toArray(zeros)).containsOnly(0);
      Tensors.copyInto(values, zeros);
      assertThat(zeros.getDouble(2, 1)).isEqualTo(6);
      assertThatThrownBy(() -> Tensors.copyInto(new float[5], zeros))
          .hasMessageContaining("5 values do not fit a FLOAT tensor");
      assertThatThrownBy(() -> Tensors.copyInto(new float[6], tensor.permute(1, 0)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Tensors.toArray(Nd4j.zeros(DataType.DOUBLE, 2)))
          .hasMessage("FLOAT tensor expected, got DOUBLE");
    }
  }
}
