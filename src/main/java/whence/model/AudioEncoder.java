package whence.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import whence.engine.FasterGradients;

/**
 * Turns a log-mel spectrogram into one embedding: standardise by constants, 3 x 3 convolutions with
 * ReLU, maximum over bands and frames, linear with bias.
 *
 * <p>The maximum makes the embedding indifferent to when the sound happens in the clip.
 */
final class AudioEncoder {

  static final String MEAN = "sound.mean";
  private static final String OUT = "audio.out";
  private static final int KERNEL = 3;

  private AudioEncoder() {}

  static String layerName(int index) {
    return "audio.conv" + index;
  }

  static void initialise(DualEncoderSettings settings, InputStatistics inputs, Initialiser init) {
    init.fixed(MEAN, inputs.soundMean());
    init.fixed("sound.scale", 1 / inputs.soundDeviation());
    int channels = 1;
    for (int i = 0; i < settings.audioLayers().size(); i++) {
      int next = settings.audioLayers().get(i).channels();
      init.layer(layerName(i), settings.normalisation(), KERNEL, KERNEL, channels, next);
      channels = next;
    }
    init.linear(OUT, channels, settings.embeddingWidth());
  }

  /**
   * Adds the encoder to the graph.
   *
   * @param spectrograms [N, 1, M, T] natural log
   * @return [N, C], not yet of unit length
   */
  static SDVariable build(GraphScope scope, DualEncoderSettings settings, SDVariable spectrograms) {
    SDVariable x = spectrograms.sub(scope.parameter(MEAN)).mul(scope.parameter("sound.scale"));
    for (int i = 0; i < settings.audioLayers().size(); i++) {
      x = convolution(scope, settings, i, x); // [N, channels, M / strides, T / strides]
    }
    x = x.max(false, 2, 3); // [N, channels]
    return x.mmul(scope.parameter(OUT + ".weight")).add(scope.parameter(OUT + ".bias"));
  }

  private static SDVariable convolution(
      GraphScope scope, DualEncoderSettings settings, int index, SDVariable x) {
    String name = layerName(index);
    SDVariable weight = scope.parameter(name + ".weight");
    Conv2DConfig config = config(settings.audioLayers().get(index).stride());
    SDVariable y;
    if (settings.normalisation() == Normalisation.BATCH) {
      y = scope.normaliseByBatch(name, scope.graph().cnn().conv2d(x, weight, config));
    } else {
      SDVariable bias = scope.parameter(name + ".bias");
      y = scope.graph().cnn().conv2d(x, weight, bias, config).rename(name);
    }
    return FasterGradients.relu(y);
  }

  private static Conv2DConfig config(int stride) {
    return Conv2DConfig.builder()
        .kH(KERNEL)
        .kW(KERNEL)
        .sH(stride)
        .sW(stride)
        .pH(1)
        .pW(1)
        .paddingMode(PaddingMode.VALID)
        .dataFormat("NCHW")
        .build();
  }
}
