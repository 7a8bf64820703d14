package whence.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.engine.GradientCheck;
import whence.engine.Parameters;
import whence.engine.StepOutput;
import whence.engine.TrainingGraph;

class MaxPooledInfoNceTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void indistinguishableClipsGiveTheLogarithmOfTheirNumber() {
    double[] same = new double[5 * 3 * 5];
    Arrays.fill(same, 0.3);
    assertThat(loss(same, 5, 3, 0.07)).isCloseTo(Math.log(5), offset(ROUNDING));
  }

  @Test
  void perfectPairsGiveNearlyNothing() {
    double[] s = new double[4 * 2 * 4];
    for (int i = 0; i < 4; i++) {
      s[(i * 2 + 1) * 4 + i] = 1; // the second cell of image i, its own sound
    }
    assertThat(loss(s, 4, 2, 0.07)).isCloseTo(3 * Math.exp(-1 / 0.07), offset(1e-9));
  }

  @Test
  void aPairOfClipsByHand() {
    // best cells: s = [[0.8, 0.2], [0.1, 0.6]] at tau 1
    double[] s = {0.8, 0.2, -1, 0, 0.1, 0.6, 0, -0.5};
    double rows = Math.log1p(Math.exp(0.2 - 0.8)) + Math.log1p(Math.exp(0.1 - 0.6));
    double columns = Math.log1p(Math.exp(0.1 - 0.8)) + Math.log1p(Math.exp(0.2 - 0.6));
    assertThat(loss(s, 2, 2, 1)).isCloseTo((rows + columns) / 4, offset(ROUNDING));
  }

  @Test
  void orderOfClipsDoesNotMatter() {
    long seed = 4;
    double[] s = new Random(seed).doubles(4L * 3 * 4, -1, 1).toArray();
    int[] order = {2, 0, 3, 1};
    double[] permuted = new double[s.length];
    for (int i = 0; i < 4; i++) {
      for (int u = 0; u < 3; u++) {
        for (int j = 0; j < 4; j++) {
          permuted[(i * 3 + u) * 4 + j] = s[(order[i] * 3 + u) * 4 + order[j]];
        }
      }
    }
    assertThat(loss(permuted, 4, 3, 0.07))
        .as("seed %d", seed)
        .isCloseTo(loss(s, 4, 3, 0.07), offset(ROUNDING));
  }

  @Test
  void staysFiniteAtATinyTemperature() {
    double[] s = {1, -1, 1, -1, -1, 1, -1, 1};
    assertThat(loss(s, 2, 2, 0.01)).isCloseTo(0, offset(ROUNDING));
    double[] wrong = {-1, 1, -1, 1, 1, -1, 1, -1};
    assertThat(loss(wrong, 2, 2, 0.01)).isCloseTo(200, offset(1e-9)); // 2 / tau
  }

  @Test
  void gradientAgreesWithDifferences() {
    GradientCheck check = new GradientCheck(21);
    SDVariable correlation = check.normal("s", 3, 4, 3);
    LossTerms terms = MaxPooledInfoNce.build(correlation, 0.5);
    assertThat(terms.parts()).containsOnlyKeys("image_to_sound", "sound_to_image");
    check.check(terms.total(), Map.of(MaxPooledInfoNce.DIAGONAL, eye(3)));
  }

  private static double loss(double[] s, int n, int cells, double temperature) {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("s", s, n, cells, n);
    SameDiff graph = SameDiff.create();
    LossTerms terms = MaxPooledInfoNce.build(graph.var("s", parameters.get("s")), temperature);
    try (TrainingGraph compiled =
            TrainingGraph.compile(graph, parameters, terms.total(), List.of(LossTerms.TOTAL));
        StepOutput step = compiled.run(Map.of(MaxPooledInfoNce.DIAGONAL, eye(n)))) {
      assertThat(step.gradients().get("s").dup('c').reshape(-1).toDoubleVector())
          .as("gradient")
          .doesNotContain(Double.NaN);
      return step.scalar(LossTerms.TOTAL);
    }
  }

  private static INDArray eye(int n) {
    return Nd4j.eye(n).castTo(DataType.DOUBLE);
  }
}
