package whence.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import whence.engine.GradientCheck;
import whence.engine.Parameters;
import whence.engine.StepOutput;
import whence.engine.TrainingGraph;

class StableMathTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void logSumExpOfRows() {
    assertThat(value(StableMath::logSumExp, 1, 2, 3))
        .isCloseTo(Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)), offset(ROUNDING));
    assertThat(value(StableMath::logSumExp, 1e4, 1e4, -1e4))
        .isCloseTo(1e4 + Math.log(2), offset(1e-9));
    assertThat(value(StableMath::logSumExp, -1e4, -1e4, -1e4))
        .isCloseTo(-1e4 + Math.log(3), offset(1e-9));
  }

  @Test
  void softplusNeverOverflows() {
    double sum = Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(0.5)) + Math.log(2);
    assertThat(value(StableMath::softplus, -2, 0.5, 0)).isCloseTo(sum, offset(ROUNDING));
    assertThat(value(StableMath::softplus, 1e4, -1e4, 0))
        .isCloseTo(1e4 + Math.log(2), offset(1e-9));
  }

  @Test
  void logAddExpOfFarNumbersIsTheLarger() {
    GradientCheck graph = new GradientCheck(0);
    SDVariable a = graph.values("a", new double[] {3, 1e4}, 2, 1);
    SDVariable b = graph.values("b", new double[] {3, -1e4}, 2, 1);
    assertThat(StableMath.logAddExp(a, b).eval().toDoubleVector())
        .containsExactly(new double[] {3 + Math.log(2), 1e4}, offset(1e-9));
  }

  @Test
  void gradientsAgreeWithDifferences() {
    GradientCheck.check(1, StableMath::logSumExp, 3, 4);
    GradientCheck.check(2, StableMath::softplus, 3, 4);
    GradientCheck both = new GradientCheck(3);
    both.check(StableMath.logAddExp(both.normal("a", 4, 1), both.normal("b", 4, 1)));
  }

  @Test
  void stoppedValuesHaveNoGradient() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("x", new double[] {2, 5}, 2);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", parameters.get("x"));
    SDVariable loss = x.mul(StableMath.stopGradient(x)).sum().rename("loss");
    try (TrainingGraph compiled = TrainingGraph.compile(graph, parameters, loss, List.of("loss"));
        StepOutput step = compiled.run(Map.of())) {
      assertThat(step.scalar("loss")).isEqualTo(29);
      assertThat(step.gradients().get("x").toDoubleVector()).containsExactly(2, 5); // not 4, 10
    }
  }

  private static double value(Function<SDVariable, SDVariable> function, double... row) {
    SDVariable x = new GradientCheck(0).values("x", row, 1, row.length);
    return function.apply(x).sum().eval().getDouble(0);
  }
}
