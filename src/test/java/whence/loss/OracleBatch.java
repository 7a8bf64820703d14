package whence.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.engine.GradientCheck;
import whence.engine.Parameters;
import whence.engine.StepOutput;
import whence.engine.TrainingGraph;

/**
 * Embeddings of any length as parameters of a graph that brings them to unit length, as the
 * networks do; so an objective's gradients can be compared with others that go through the same.
 */
final class OracleBatch {

  final int clips;
  final int cells;
  final int width;

  /** Unit embeddings as plain numbers: [clip][cell][channel] and [clip][channel]. */
  final double[][][] images;

  final double[][] sounds;
  final EmbeddedBatch batch;
  private final Parameters parameters = new Parameters(DataType.DOUBLE);

  /**
   * @param rawImages [N * cells, C]
   * @param rawSounds [N, C]
   */
  OracleBatch(double[] rawImages, double[] rawSounds, int clips, int cells, int width) {
    this.clips = clips;
    this.cells = cells;
    this.width = width;
    SameDiff graph = SameDiff.create();
    parameters.train("images", rawImages, (long) clips * cells, width);
    parameters.train("sounds", rawSounds, clips, width);
    SDVariable v = unit(graph.var("images", parameters.get("images")));
    SDVariable a = unit(graph.var("sounds", parameters.get("sounds")));
    SDVariable s = graph.linalg().mmul(v, a, false, true, false).reshape(clips, cells, clips);
    this.batch = new EmbeddedBatch(v, a, s, clips, cells);
    this.images = new double[clips][cells][];
    this.sounds = new double[clips][];
    for (int i = 0; i < clips; i++) {
      sounds[i] = unit(rawSounds, i, width);
      for (int u = 0; u < cells; u++) {
        images[i][u] = unit(rawImages, i * cells + u, width);
      }
    }
  }

  static OracleBatch drawn(long seed, int clips, int cells, int width) {
    Random random = new Random(seed);
    double[] images = random.doubles((long) clips * cells * width, -1, 1).toArray();
    double[] sounds = random.doubles((long) clips * width, -1, 1).toArray();
    return new OracleBatch(images, sounds, clips, cells, width);
  }

  /** The embeddings of {@code golden/oracle_inputs.json}. */
  static OracleBatch golden() {
    JsonNode inputs = ObjectiveOracleTest.read("oracle_inputs.json");
    double[] images =
        ObjectiveOracleTest.cellMajor(ObjectiveOracleTest.doubles(inputs.get("visual_raw")));
    return new OracleBatch(images, ObjectiveOracleTest.doubles(inputs.get("audio_raw")), 6, 25, 8);
  }

  /** S_ij(u). */
  double cosine(int image, int cell, int sound) {
    return dot(images[image][cell], sounds[sound]);
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += x[c] * y[c];
    }
    return sum;
  }

  /** Everything that any of the objectives asks for. */
  Map<String, INDArray> placeholders(double affinityOn) {
    Map<String, INDArray> fed = new HashMap<>();
    fed.put(MaxPooledInfoNce.DIAGONAL, Nd4j.eye(clips).castTo(DataType.DOUBLE));
    if (batch.graph().hasVariable(AffinityContrastive.AFFINITY_ON)) {
      fed.put(AffinityContrastive.AFFINITY_ON, Nd4j.scalar(affinityOn));
    }
    return fed;
  }

  double value(LossTerms terms, double affinityOn) {
    return terms.total().eval(placeholders(affinityOn)).getDouble(0);
  }

  /** Compares a multiple of the loss and its gradients with those of an oracle. */
  void check(LossTerms terms, double factor, JsonNode expected, double tolerance) {
    try (TrainingGraph graph =
            TrainingGraph.compile(
                batch.graph(), parameters, terms.total(), List.of(LossTerms.TOTAL));
        StepOutput step = graph.run(placeholders(1))) {
      assertThat(factor * step.scalar(LossTerms.TOTAL))
          .isCloseTo(
              expected.get("loss").asDouble(), offset(tolerance * expected.get("loss").asDouble()));
      double[] images = ObjectiveOracleTest.doubles(expected.get("grad_visual_raw"));
      assertClose(step, "images", factor, ObjectiveOracleTest.cellMajor(images), tolerance);
      double[] sounds = ObjectiveOracleTest.doubles(expected.get("grad_audio_raw"));
      assertClose(step, "sounds", factor, sounds, tolerance);
    }
  }

  /** Compares gradients with differences. */
  void checkGradient(LossTerms terms, long seed) {
    GradientCheck.check(parameters, terms.total(), placeholders(1), seed);
  }

  private static void assertClose(
      StepOutput step, String name, double factor, double[] expected, double tolerance) {
    INDArray gradient = step.gradients().get(name).dup('c').reshape(expected.length).mul(factor);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(gradient.toDoubleVector())
        .as(name)
        .containsExactly(expected, offset(tolerance * largest));
  }

  private static SDVariable unit(SDVariable rows) {
    SDVariable length = rows.getSameDiff().math().sqrt(rows.mul(rows).sum(true, 1));
    return rows.div(length);
  }

  private static double[] unit(double[] values, int row, int width) {
    double[] unit = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    double length = Math.sqrt(dot(unit, unit));
    for (int c = 0; c < width; c++) {
      unit[c] /= length;
    }
    return unit;
  }
}
