package whence.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Tensors;
import whence.engine.Weights;

/**
 * EfficientNet-lite0 by nested loops in double, batch normalisation as its own step: the slow
 * oracle of the folded graph. Padding is worked out here, from TensorFlow's rule: {@code total =
 * max((ceil(n / s) - 1) s + k - n, 0)}, the smaller half before.
 */
final class PlainNetwork {
  private final Weights weights;

  PlainNetwork(Weights weights) {
    this.weights = weights;
  }

  /** [C, side, side] numbers of one picture. */
  record Image(int channels, int side, double[] values) {}

  Image stem(INDArray planes) {
    float[] floats = Tensors.toArray(planes);
    double[] values = new double[floats.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i];
    }
    Image in = new Image(3, 224, values);
    return relu6(norm(convolve(in, "_conv_stem", 2, 1), "_bn0"));
  }

  Image block(Image in, int index) {
    EfficientNetLite0.Block block = EfficientNetLite0.BLOCKS.get(index);
    String name = "_blocks." + index + ".";
    Image x = in;
    if (block.expansion() > 1) {
      x = relu6(norm(convolve(x, name + "_expand_conv", 1, 1), name + "_bn0"));
    }
    Image deep = convolve(x, name + "_depthwise_conv", block.stride(), x.channels());
    x = relu6(norm(deep, name + "_bn1"));
    x = norm(convolve(x, name + "_project_conv", 1, 1), name + "_bn2");
    if (block.stride() == 1 && block.in() == block.out()) {
      for (int i = 0; i < x.values().length; i++) {
        x.values()[i] += in.values()[i];
      }
    }
    return x;
  }

  private Image convolve(Image in, String name, int stride, int groups) {
    INDArray tensor = weights.get(name + ".weight");
    int k = (int) tensor.size(2);
    int outSide = (in.side() + stride - 1) / stride;
    int before = Math.max((outSide - 1) * stride + k - in.side(), 0) / 2;
    int perGroup = in.channels() / groups;
    float[] kernel = Tensors.toArray(tensor);
    Image out =
        new Image(
            (int) tensor.size(0), outSide, new double[(int) tensor.size(0) * outSide * outSide]);
    for (int o = 0; o < out.channels(); o++) {
      int first = groups == 1 ? 0 : o;
      for (int i = 0; i < perGroup; i++) {
        for (int tap = 0; tap < k * k; tap++) {
          double w = kernel[(o * perGroup + i) * k * k + tap];
          int[] step = {stride, tap / k - before, tap % k - before};
          addShifted(in, first + i, out, o, new Tap(w, step));
        }
      }
    }
    return out;
  }

  private record Tap(double weight, int[] step) {}

  private static void addShifted(Image in, int from, Image out, int to, Tap tap) {
    int n = in.side();
    int m = out.side();
    for (int r = 0; r < m; r++) {
      int y = r * tap.step[0] + tap.step[1];
      if (y < 0 || y >= n) {
        continue;
      }
      for (int c = 0; c < m; c++) {
        int x = c * tap.step[0] + tap.step[2];
        if (x >= 0 && x < n) {
          out.values()[(to * m + r) * m + c] += tap.weight * in.values()[(from * n + y) * n + x];
        }
      }
    }
  }

  private Image norm(Image x, String name) {
    float[] gamma = Tensors.toArray(weights.get(name + ".weight"));
    float[] beta = Tensors.toArray(weights.get(name + ".bias"));
    float[] mean = Tensors.toArray(weights.get(name + ".running_mean"));
    float[] variance = Tensors.toArray(weights.get(name + ".running_var"));
    int area = x.side() * x.side();
    for (int i = 0; i < x.values().length; i++) {
      int c = i / area;
      x.values()[i] =
          (x.values()[i] - mean[c]) / Math.sqrt(variance[c] + 0.001) * gamma[c] + beta[c];
    }
    return x;
  }

  private static Image relu6(Image x) {
    for (int i = 0; i < x.values().length; i++) {
      x.values()[i] = Math.min(6, Math.max(0, x.values()[i]));
    }
    return x;
  }
}
