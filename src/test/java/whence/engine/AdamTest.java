package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.WhenceException;

class AdamTest {

  /** Both sides compute in double; only the order of additions differs. */
  private static final double ROUNDING = 1e-12;

  private static final double[] A = {0.5, -1, 2, 0.25};
  private static final double[] B = {3, -0.125};

  @ParameterizedTest
  @CsvSource({
    "COUPLED, 0, Infinity", "COUPLED, 0.1, Infinity", "DECOUPLED, 0.1, Infinity",
    "COUPLED, 0.1, 0.5", "DECOUPLED, 0.1, 0.5",
  })
  void fiveStepsAgreeWithTheFormula(AdamSettings.Decay kind, double decay, double maxNorm) {
    long seed = 8;
    AdamSettings settings =
        AdamSettings.defaults().withDecay(kind, decay).withMaxGradientNorm(maxNorm);
    Slow slow = new Slow(settings);
    Random random = new Random(seed);
    try (Parameters parameters = parameters();
        Adam adam = new Adam(parameters, settings)) {
      for (int step = 1; step <= 5; step++) {
        double[] g = random.doubles(6, -2, 2).toArray();
        double norm = adam.step(gradients(g), 0.01 * step);
        double expectedNorm = slow.step(g, 0.01 * step);
        assertThat(norm).as("seed %d", seed).isCloseTo(expectedNorm, offset(ROUNDING));
        assertThat(all(parameters))
            .as("step %d, seed %d", step, seed)
            .containsExactly(slow.weights, offset(ROUNDING));
        assertThat(adam.steps()).isEqualTo(step);
      }
    }
  }

  @Test
  void continuesFromASavedState() {
    AdamSettings settings = AdamSettings.defaults();
    double[] g = {1, 2, 3, -4, 5, -6};
    try (Parameters one = parameters();
        Adam first = new Adam(one, settings);
        Parameters two = parameters();
        Adam second = new Adam(two, settings)) {
      first.step(gradients(g), 0.1);
      two.assign(one.all());
      second.restore(first.state(), first.steps());
      first.step(gradients(g), 0.1);
      second.step(gradients(g), 0.1);
      assertThat(all(two)).isEqualTo(all(one));
      assertThat(second.steps()).isEqualTo(2);
    }
  }

  @Test
  void aGradientThatIsNotFiniteChangesNothing() {
    try (Parameters parameters = parameters();
        Adam adam = new Adam(parameters, AdamSettings.defaults())) {
      double[] before = all(parameters);
      assertThat(adam.step(gradients(new double[] {1, Double.NaN, 0, 0, 0, 0}), 0.1)).isNaN();
      double[] infinite = {1, 0, 0, 0, 0, Double.POSITIVE_INFINITY};
      assertThat(adam.step(gradients(infinite), 0.1)).isInfinite();
      assertThat(all(parameters)).isEqualTo(before);
      assertThat(adam.steps()).isZero();
      assertThat(adam.state().sumNumber().doubleValue()).isZero();
    }
  }

  @Test
  void missingGradientIsNamed() {
    try (Parameters parameters = parameters();
        Adam adam = new Adam(parameters, AdamSettings.defaults())) {
      assertThatThrownBy(() -> adam.step(Map.of("a", Nd4j.zeros(2, 2)), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("No gradient for b");
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new AdamSettings(AdamSettings.Decay.COUPLED, 0, 1, 0.9, 1e-8, 5))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use these optimiser settings")
        .hasMessageContaining("beta1 1.0")
        .hasMessageContaining("betas in [0, 1)")
        .hasMessageContaining("AdamSettings.defaults()");
    assertThatThrownBy(() -> AdamSettings.defaults().withMaxGradientNorm(0))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(
            () -> AdamSettings.defaults().withDecay(AdamSettings.Decay.DECOUPLED, Double.NaN))
        .isInstanceOf(WhenceException.class);
  }

  private static Parameters parameters() {
    Parameters parameters = new Parameters(DataType.DOUBLE);
    parameters.train("a", A, 2, 2);
    parameters.fix("constant", new double[] {7}, 1);
    parameters.train("b", B, 2);
    return parameters;
  }

  private static Map<String, INDArray> gradients(double[] g) {
    return Map.of(
        "a", Nd4j.createFromArray(g[0], g[1], g[2], g[3]).reshape(2, 2),
        "b", Nd4j.createFromArray(g[4], g[5]));
  }

  private static double[] all(Parameters parameters) {
    return Nd4j.concat(0, parameters.get("a").reshape(4), parameters.get("b")).toDoubleVector();
  }

  /** Kingma and Ba, section 2 (the efficient order), with clipping and both kinds of decay. */
  private static final class Slow {
    private final AdamSettings settings;
    private final double[] weights = {A[0], A[1], A[2], A[3], B[0], B[1]};
    private final double[] m = new double[6];
    private final double[] v = new double[6];
    private int t;

    Slow(AdamSettings settings) {
      this.settings = settings;
    }

    double step(double[] gradient, double rate) {
      double norm = 0;
      for (double g : gradient) {
        norm += g * g;
      }
      norm = Math.sqrt(norm);
      t++;
      boolean coupled = settings.decay() == AdamSettings.Decay.COUPLED;
      for (int i = 0; i < 6; i++) {
        double g = gradient[i] * Math.min(1, settings.maxGradientNorm() / norm);
        g += coupled ? settings.weightDecay() * weights[i] : 0;
        m[i] = settings.beta1() * m[i] + (1 - settings.beta1()) * g;
        v[i] = settings.beta2() * v[i] + (1 - settings.beta2()) * g * g;
        double correction =
            Math.sqrt(1 - Math.pow(settings.beta2(), t)) / (1 - Math.pow(settings.beta1(), t));
        double update = rate * correction * m[i] / (Math.sqrt(v[i]) + settings.epsilon());
        double pull = coupled ? 0 : rate * settings.weightDecay() * weights[i];
        weights[i] -= update + pull;
      }
      return norm;
    }
  }
}
