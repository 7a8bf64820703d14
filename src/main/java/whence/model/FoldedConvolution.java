package whence.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Tensors;
import whence.engine.Weights;

/**
 * A convolution with its frozen batch normalisation folded in.
 *
 * <pre>
 *   s_o  = gamma_o / sqrt(variance_o + epsilon)
 *   w'_o = s_o w_o        b'_o = beta_o - s_o mean_o
 * </pre>
 *
 * <p>Computed in double, kept as FLOAT32. The caller owns both tensors.
 *
 * @param kernel [kH, kW, I, O], or [kH, kW, C, 1] for a depthwise convolution
 * @param bias [O], or [C]
 */
record FoldedConvolution(INDArray kernel, INDArray bias) {
  /** Epsilon of the network's batch normalisation. */
  static final double EPSILON = 1e-3;

  /**
   * Folds one pair of layers.
   *
   * @param weights PyTorch layout: kernel [O, I, kH, kW], I = 1 for a depthwise convolution
   * @param convolution name of the convolution
   * @param norm name of its batch normalisation
   * @param shape expected [O, I, kH, kW]
   */
  static FoldedConvolution fold(Weights weights, String convolution, String norm, long... shape) {
    int out = (int) shape[0];
    float[] kernel = Tensors.toArray(weights.get(convolution + ".weight", shape));
    float[] gamma = Tensors.toArray(weights.get(norm + ".weight", out));
    float[] beta = Tensors.toArray(weights.get(norm + ".bias", out));
    float[] mean = Tensors.toArray(weights.get(norm + ".running_mean", out));
    float[] variance = Tensors.toArray(weights.get(norm + ".running_var", out));
    double[] scale = new double[out];
    float[] bias = new float[out];
    for (int o = 0; o < out; o++) {
      scale[o] = gamma[o] / Math.sqrt(variance[o] + EPSILON);
      bias[o] = (float) (beta[o] - scale[o] * mean[o]);
    }
    return new FoldedConvolution(scaledAndTurned(kernel, scale, shape), Tensors.of(bias, out));
  }

  /** [O, I, kH, kW] to [kH, kW, I, O]; depthwise [C, 1, kH, kW] to [kH, kW, C, 1]: same indices. */
  private static INDArray scaledAndTurned(float[] kernel, double[] scale, long[] shape) {
    int out = (int) shape[0];
    int in = (int) shape[1];
    int area = (int) (shape[2] * shape[3]);
    float[] turned = new float[kernel.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        for (int k = 0; k < area; k++) {
          turned[(k * in + i) * out + o] = (float) (scale[o] * kernel[(o * in + i) * area + k]);
        }
      }
    }
    return in == 1 && out > 1
        ? Tensors.of(turned, shape[2], shape[3], out, 1)
        : Tensors.of(turned, shape[2], shape[3], in, out);
  }
}
