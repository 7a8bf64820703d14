package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchNormRepairTest {

  @BeforeEach
  void install() {
    BatchNormRepair.install();
  }

  @Test
  void gradientAgreesWithDifferences() {
    GradientCheck check = new GradientCheck(2);
    SDVariable x = check.normal("x", 2, 3, 2, 4);
    SDVariable[] moments = BatchNormRepair.moments(x);
    check.check(
        BatchNormRepair.normalise(
            x, moments[0], moments[1], check.normal("gamma", 3), check.normal("beta", 3)));
  }

  @Test
  void normalisesEveryChannelToMeanBetaAndDeviationGamma() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("x", new double[] {1, 10, 2, 20, 3, 60}, 3, 2, 1, 1);
    parameters.train("gamma", new double[] {2, 0.5}, 2);
    parameters.train("beta", new double[] {-1, 4}, 2);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", parameters.get("x"));
    SDVariable[] moments = BatchNormRepair.moments(x);
    INDArray y =
        BatchNormRepair.normalise(
                x,
                moments[0],
                moments[1],
                graph.var("gamma", parameters.get("gamma")),
                graph.var("beta", parameters.get("beta")))
            .eval();
    assertThat(moments[0].eval().toDoubleVector())
        .containsExactly(new double[] {2, 30}, offset(1e-12));
    double biased = (400 + 100 + 900) / 3.0;
    assertThat(moments[1].eval().toDoubleVector())
        .containsExactly(new double[] {2 / 3.0, biased}, offset(1e-9));
    assertThat(y.getDouble(0, 0, 0, 0)).isCloseTo(-1 - 2 / Math.sqrt(2 / 3.0 + 1e-5), offset(1e-6));
    assertThat(y.getDouble(2, 1, 0, 0))
        .isCloseTo(4 + 0.5 * 30 / Math.sqrt(biased + 1e-5), offset(1e-6));
  }

  @Test
  void momentsAlonePassNoGradientOn() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("x", new double[] {1, 2, 3, 5}, 2, 2, 1, 1);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", parameters.get("x"));
    SDVariable direct = x.mul(2).sum();
    SDVariable viaMoments = BatchNormRepair.moments(x)[0].sum();
    SDVariable loss = direct.add(viaMoments).rename("loss");
    try (TrainingGraph training = TrainingGraph.compile(graph, parameters, loss, List.of("loss"));
        StepOutput step = training.run(Map.of())) {
      assertThat(step.scalar("loss")).isCloseTo(22 + 5.5, offset(1e-12));
      assertThat(step.gradients().get("x").dup('c').reshape(-1).toDoubleVector()).containsOnly(2.0);
    }
  }

  @Test
  void aLossThatDoesNotDependOnAParameterIsRefused() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("used", new double[] {1}, 1);
    parameters.train("unused", new double[] {1}, 1);
    SameDiff graph = SameDiff.create();
    SDVariable loss = graph.var("used", parameters.get("used")).mul(3).sum().rename("loss");
    graph.var("unused", parameters.get("unused"));
    assertThatThrownBy(() -> TrainingGraph.compile(graph, parameters, loss, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The loss does not depend on unused");
  }
}
