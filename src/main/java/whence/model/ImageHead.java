package whence.model;

import org.nd4j.autodiff.samediff.SDVariable;
import whence.engine.FasterGradients;

/**
 * Projects every cell's trunk feature into the space it shares with sounds: standardise by
 * constants, linear, (batch normalisation,) ReLU, linear with bias.
 *
 * <p>The bias of the last map takes out the common part of all embeddings; without it iteration 0
 * learns far more slowly.
 */
final class ImageHead {

  static final String HIDDEN = "head.hidden";
  private static final String OUT = "head.out";

  private ImageHead() {}

  static void initialise(DualEncoderSettings settings, InputStatistics inputs, Initialiser init) {
    int width = settings.featureWidth();
    init.fixed("features.mean", inputs.featureMean());
    init.fixed("features.scale", reciprocal(inputs.featureDeviation()));
    init.layer(HIDDEN, settings.normalisation(), width, settings.headWidth());
    init.linear(OUT, settings.headWidth(), settings.embeddingWidth());
  }

  /**
   * Adds the head to the graph.
   *
   * @param features [N * cells, D] raw trunk features
   * @return [N * cells, C], not yet of unit length
   */
  static SDVariable build(GraphScope scope, DualEncoderSettings settings, SDVariable features) {
    SDVariable x =
        features.sub(scope.parameter("features.mean")).mul(scope.parameter("features.scale"));
    if (settings.normalisation() == Normalisation.BATCH) {
      x = scope.normalisedLinear(HIDDEN, x); // [N * cells, head]
    } else {
      x = x.mmul(scope.parameter(HIDDEN + ".weight")); // [N * cells, head]
      x = x.add(scope.parameter(HIDDEN + ".bias")).rename(HIDDEN);
    }
    x = FasterGradients.relu(x);
    return x.mmul(scope.parameter(OUT + ".weight")).add(scope.parameter(OUT + ".bias"));
  }

  private static double[] reciprocal(double[] values) {
    return java.util.Arrays.stream(values).map(value -> 1 / value).toArray();
  }
}
