package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients of a compiled graph against central differences, in double precision on tiny shapes.
 *
 * <p>SameDiff clones every operation by its name and properties when it builds the gradient
 * function. Both sides are therefore taken from {@link TrainingGraph}, which runs the clones: an
 * operation that loses a property on the way is found too.
 */
public final class GradientCheck {

  /** Large enough that rounding (1e-16 / STEP) and curvature (STEP squared) both stay below it. */
  private static final double TOLERANCE = 1e-6;

  private static final double STEP = 1e-5;
  private static final String LOSS = "checked_loss";

  private final long seed;
  private final Random random;
  private final Parameters parameters = new Parameters(DataType.DOUBLE);
  private final SameDiff graph = SameDiff.create();

  /** Every tensor is drawn from this seed, which stands in each failure. */
  public GradientCheck(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Adds a tensor of normal numbers to differentiate by. */
  public SDVariable normal(String name, long... shape) {
    return values(name, draw(shape), shape);
  }

  /** Adds a tensor to differentiate by. */
  public SDVariable values(String name, double[] values, long... shape) {
    parameters.train(name, values, shape);
    return graph.var(name, parameters.get(name));
  }

  /** The graph under construction. */
  public SameDiff graph() {
    return graph;
  }

  /** Checks the gradient of a fragment's weighted sum by every tensor that was added. */
  public void check(SDVariable output, Map<String, INDArray> placeholders) {
    check(parameters, weighted(output, placeholders), placeholders, seed);
  }

  /** {@link #check(SDVariable, Map)} without placeholders. */
  public void check(SDVariable output) {
    check(output, Map.of());
  }

  /** A fragment of one tensor of the given shape. */
  public static void check(long seed, Function<SDVariable, SDVariable> fragment, long... shape) {
    GradientCheck check = new GradientCheck(seed);
    check.check(fragment.apply(check.normal("x", shape)));
  }

  /**
   * Checks the gradient of a scalar by every trained parameter.
   *
   * @param parameters DOUBLE; as they were afterwards
   * @param loss a scalar of a graph that holds the parameters under their names
   */
  public static void check(
      Parameters parameters, SDVariable loss, Map<String, INDArray> placeholders, long seed) {
    SDVariable named = loss.rename(LOSS);
    try (TrainingGraph compiled =
            TrainingGraph.compile(named.getSameDiff(), parameters, named, List.of(LOSS));
        StepOutput exact = compiled.run(placeholders)) {
      for (String name : parameters.trainedNames()) {
        INDArray gradient = exact.gradients().get(name).dup('c').reshape(-1);
        INDArray tensor = parameters.get(name).reshape(-1);
        assertThat(tensor.length()).as(name).isEqualTo(gradient.length());
        for (long i = 0; i < tensor.length(); i++) {
          double expected = difference(compiled, tensor, i, placeholders);
          double tolerance = TOLERANCE * Math.max(1, Math.abs(expected));
          assertThat(gradient.getDouble(i))
              .as("gradient of %s[%d], seed %d", name, i, seed)
              .isCloseTo(expected, offset(tolerance));
        }
      }
    }
  }

  private static double difference(
      TrainingGraph graph, INDArray tensor, long index, Map<String, INDArray> placeholders) {
    double before = tensor.getDouble(index);
    tensor.putScalar(index, before + STEP);
    double above = value(graph, placeholders);
    tensor.putScalar(index, before - STEP);
    double below = value(graph, placeholders);
    tensor.putScalar(index, before);
    return (above - below) / (2 * STEP);
  }

  private static double value(TrainingGraph graph, Map<String, INDArray> placeholders) {
    try (StepOutput output = graph.run(placeholders)) {
      return output.scalar(LOSS);
    }
  }

  /** A scalar that every element of the output enters with its own weight. */
  private SDVariable weighted(SDVariable output, Map<String, INDArray> placeholders) {
    long[] shape = output.eval(placeholders).shape();
    INDArray constant = Nd4j.createFromArray(draw(shape)).reshape('c', shape);
    return output.mul(graph.constant("weights_of_output", constant)).sum();
  }

  private double[] draw(long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }
}
