package whence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Parameters;

/**
 * Sets weights and biases layer by layer so that every layer's output, before its ReLU, has mean 0
 * and variance 1 in every channel over one batch.
 *
 * <p>{@code w <- w / sigma, b <- -mu / sigma} with mu and sigma measured with b = 0, first layer
 * first. A channel that is constant over the batch keeps its weights. Source: Krähenbühl, Doersch,
 * Donahue, Darrell, "Data-dependent initializations of convolutional neural networks", ICLR 2016.
 */
public final class DataDependentStart {

  private static final double SMALLEST_DEVIATION = 1e-6;

  private DataDependentStart() {}

  /**
   * Rescales the layers of a fresh network made for {@link Normalisation#DATA_DEPENDENT_START}.
   *
   * @param encoder changed in place
   * @param features [N, h, w, D] raw trunk features
   * @param spectrograms [N, 1, M, T] natural log
   */
  public static void apply(DualEncoder encoder, INDArray features, INDArray spectrograms) {
    INDArray rows = features.reshape(-1, encoder.settings().featureWidth());
    Map<String, INDArray> inputs =
        Map.of(DualEncoder.FEATURES, rows, DualEncoder.SPECTROGRAMS, spectrograms);
    for (String layer : layers(encoder.settings())) {
      try (INDArray output = encoder.inference().run(inputs, layer).get(0)) {
        rescale(encoder.parameters(), layer, output);
      }
    }
  }

  private static List<String> layers(DualEncoderSettings settings) {
    List<String> layers = new ArrayList<>(List.of(ImageHead.HIDDEN));
    for (int i = 0; i < settings.audioLayers().size(); i++) {
      layers.add(AudioEncoder.layerName(i));
    }
    return layers;
  }

  private static void rescale(Parameters parameters, String layer, INDArray output) {
    int[] axes = output.rank() == 4 ? new int[] {0, 2, 3} : new int[] {0};
    INDArray weight = parameters.get(layer + ".weight");
    INDArray bias = parameters.get(layer + ".bias");
    try (INDArray mean = output.mean(axes);
        INDArray deviation = output.std(false, axes)) {
      for (int channel = 0; channel < mean.length(); channel++) {
        double sigma = deviation.getDouble(channel);
        if (sigma > SMALLEST_DEVIATION) {
          lastAxis(weight, channel).divi(sigma);
          bias.putScalar(channel, (bias.getDouble(channel) - mean.getDouble(channel)) / sigma);
        }
      }
    }
  }

  private static INDArray lastAxis(INDArray weight, int channel) {
    var all = org.nd4j.linalg.indexing.NDArrayIndex.all();
    var one = org.nd4j.linalg.indexing.NDArrayIndex.point(channel);
    return weight.rank() == 2 ? weight.get(all, one) : weight.get(all, all, all, one);
  }
}
