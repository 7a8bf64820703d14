package whence.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Tensors;
import whence.engine.Weights;

/** Weights by formula, synthetic pictures, and golden tables. */
public final class TestWeights {
  private TestWeights() {}

  /** Weights for the stem and blocks up to {@code last}: waves scaled so that activations stay. */
  public static Weights formula(int last) {
    Map<String, INDArray> tensors = new TreeMap<>();
    convolution(tensors, "_conv_stem", "_bn0", 32, 3, 3, 3);
    for (int i = 0; i <= last; i++) {
      EfficientNetLite0.Block b = EfficientNetLite0.BLOCKS.get(i);
      String name = "_blocks." + i + ".";
      int wide = b.in() * b.expansion();
      if (b.expansion() > 1) {
        convolution(tensors, name + "_expand_conv", name + "_bn0", wide, b.in(), 1, 1);
      }
      int k = b.kernel();
      convolution(tensors, name + "_depthwise_conv", name + "_bn1", wide, 1, k, k);
      convolution(tensors, name + "_project_conv", name + "_bn2", b.out(), wide, 1, 1);
    }
    return new Weights(tensors, Map.of(), "formula");
  }

  /**
   * Averages where the stride is 2, passes the centre on where it is 1, and normalises nothing: the
   * network is linear for small values of 0 and above, and its geometry is that of its strides.
   */
  static Weights averaging(int last) {
    Weights weights = formula(last);
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              boolean one = name.matches(".*_bn\\d\\.(weight)");
              boolean variance = name.endsWith("running_var");
              tensor.assign(one ? 1 : variance ? 1 - FoldedConvolution.EPSILON : 0);
              if (name.matches(".*(conv|stem)\\.weight")) {
                average(name, tensor);
              }
            });
    return weights;
  }

  private static void average(String name, INDArray kernel) {
    long k = kernel.size(2);
    boolean deep = name.contains("depthwise");
    boolean passes =
        deep && EfficientNetLite0.BLOCKS.get(Integer.parseInt(name.split("\\.")[1])).stride() == 1;
    if (!passes) {
      kernel.assign(1.0 / (kernel.size(1) * k * k));
      return;
    }
    for (int c = 0; c < kernel.size(0); c++) {
      kernel.putScalar(new long[] {c, 0, k / 2, k / 2}, 1);
    }
  }

  private static void convolution(
      Map<String, INDArray> tensors, String convolution, String norm, int... shape) {
    int fanIn = shape[1] * shape[2] * shape[3];
    int phase = convolution.hashCode() % 100;
    tensors.put(
        convolution + ".weight",
        wave(
            shape[0] * fanIn,
            phase,
            Math.sqrt(3.0 / fanIn),
            0,
            shape[0],
            shape[1],
            shape[2],
            shape[3]));
    tensors.put(norm + ".weight", wave(shape[0], phase + 1, 0.3, 1, shape[0]));
    tensors.put(norm + ".bias", wave(shape[0], phase + 2, 0.5, 0.2, shape[0]));
    tensors.put(norm + ".running_mean", wave(shape[0], phase + 3, 0.2, 0, shape[0]));
    tensors.put(norm + ".running_var", wave(shape[0], phase + 4, 0.4, 1, shape[0]));
  }

  private static INDArray wave(int n, int phase, double size, double mean, long... shape) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (mean + size * Math.sin(1.7 * i + 0.3 * phase + 1e-3 * i * i % 5));
    }
    return Tensors.of(values, shape);
  }

  /** The two pictures of the golden table, as the network's input for one picture. */
  static INDArray synthetic(String picture, TrunkSettings.Layout layout) {
    float[] values = new float[3 * 224 * 224];
    boolean planes = layout == TrunkSettings.Layout.NCHW;
    for (int r = 0; r < 224; r++) {
      for (int c = 0; c < 224; c++) {
        for (int ch = 0; ch < 3; ch++) {
          int radius = ((r - 112) * (r - 112) + (c - 112) * (c - 112)) / 50;
          int pixel = picture.equals("linear") ? 3 * r + 5 * c + 70 * ch : radius + 40 * ch;
          int place = planes ? (ch * 224 + r) * 224 + c : (r * 224 + c) * 3 + ch;
          values[place] = (pixel % 256 - 127) / 128f;
        }
      }
    }
    return planes ? Tensors.of(values, 1, 3, 224, 224) : Tensors.of(values, 1, 224, 224, 3);
  }

  /** Lines of a golden table without comments and title. */
  static Stream<String> csv(String name) throws IOException {
    InputStream in =
        Objects.requireNonNull(TestWeights.class.getResourceAsStream("/golden/" + name), name);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1);
  }
}
