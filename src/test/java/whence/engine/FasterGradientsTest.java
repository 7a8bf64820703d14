package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class FasterGradientsTest {

  @Test
  void gradientOfScaledRowsAgreesWithDifferences() {
    GradientCheck check = new GradientCheck(3);
    check.check(FasterGradients.scaleRows(check.normal("x", 4, 3), check.normal("y", 4, 1)));
  }

  @Test
  void gradientsOfTheSameRowsThroughTheirOwnLengthAgreeWithDifferences() {
    GradientCheck.check(4, x -> FasterGradients.scaleRows(x, x.mul(x).sum(true, 1).add(1)), 4, 3);
  }

  @Test
  void scaledRowsAreTheProductWithItsGradient() {
    List<Map<String, double[]>> both =
        List.of(step(FasterGradients::scaleRows), step(SDVariable::mul));
    assertThat(both.get(0).get("x")).containsExactly(both.get(1).get("x"));
    assertThat(both.get(0).get("y")).containsExactly(both.get(1).get("y"));
    assertThat(both.get(0).get("y")).doesNotContain(0);
  }

  private static Map<String, double[]> step(BinaryOperator<SDVariable> product) {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("x", new double[] {1, 10, 2, 20, 3, 60}, 3, 2);
    parameters.train("y", new double[] {2, 0.5, -1}, 3, 1);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", parameters.get("x"));
    SDVariable y = graph.var("y", parameters.get("y"));
    SDVariable scaled = product.apply(x, y);
    return gradients(graph, parameters, scaled.mul(scaled).sum());
  }

  @Test
  void reluPassesTheGradientAboveZeroOnly() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("x", new double[] {-2, -0.0, 0, 1e-30, 3}, 5);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", parameters.get("x"));
    SDVariable weights =
        graph.constant(parameters.get("x").dup().assign(1).muli(7)).rename("weights");
    SDVariable loss = FasterGradients.relu(x).mul(weights).sum();
    assertThat(gradients(graph, parameters, loss).get("x")).containsExactly(0, 0, 0, 7, 7);
    assertThat(operations(graph.getFunction("grad")))
        .contains("step")
        .doesNotContain("thresholdedrelu_bp");
  }

  @Test
  void publishedOperationsKeepTheirGradients() {
    GradientCheck.check(5, x -> x.getSameDiff().nn().relu(x, 0).mul(x).mul(x), 4, 3);
    GradientCheck.check(6, x -> x.mul(x.getSameDiff().math().exp(x).sum(true, 1)), 4, 3);
  }

  private static List<String> operations(SameDiff graph) {
    return Arrays.stream(graph.ops()).map(op -> op.opName()).toList();
  }

  private static Map<String, double[]> gradients(
      SameDiff graph, Parameters parameters, SDVariable loss) {
    SDVariable named = loss.rename("loss");
    try (TrainingGraph training = TrainingGraph.compile(graph, parameters, named, List.of());
        StepOutput step = training.run(Map.of())) {
      Map<String, double[]> values = new java.util.HashMap<>();
      step.gradients().forEach((name, value) -> values.put(name, flat(value)));
      return values;
    }
  }

  private static double[] flat(INDArray array) {
    return array.dup('c').reshape(-1).toDoubleVector();
  }
}
