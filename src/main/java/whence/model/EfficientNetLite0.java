package whence.model;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import whence.engine.Tensors;
import whence.engine.Weights;

/**
 * EfficientNet-lite0 as a SameDiff graph for inference, batch normalisation folded.
 *
 * <p>Stem (3x3, stride 2, 32 channels), sixteen inverted residual blocks without
 * squeeze-excitation, head (1x1, 1280), mean, linear layer. ReLU6 after stem, expansion, depthwise
 * and head; none after projection. A skip where stride is 1 and channels stay. Padding as
 * TensorFlow's SAME: where it is odd, the extra zero lies right and below. Input (x - 127) / 128,
 * RGB, 224 x 224.
 *
 * <p>Source: M. Tan, Q. V. Le, "EfficientNet: rethinking model scaling for convolutional neural
 * networks", ICML 2019; the "lite" variant by R. Liu, "Higher accuracy on vision models with
 * EfficientNet-Lite", 2020.
 */
public final class EfficientNetLite0 {
  /** Side of the input in pixels. */
  public static final int INPUT_PIXELS = 224;

  /** Name of the placeholder: [N, 3, 224, 224] or [N, 224, 224, 3], by layout. */
  public static final String INPUT = "pixels";

  /** One inverted residual block: expansion 1x1, depthwise kernel x kernel, projection 1x1. */
  record Block(int kernel, int stride, int expansion, int in, int out) {}

  static final List<Block> BLOCKS =
      List.of(
          new Block(3, 1, 1, 32, 16),
          new Block(3, 2, 6, 16, 24),
          new Block(3, 1, 6, 24, 24),
          new Block(5, 2, 6, 24, 40),
          new Block(5, 1, 6, 40, 40),
          new Block(3, 2, 6, 40, 80),
          new Block(3, 1, 6, 80, 80),
          new Block(3, 1, 6, 80, 80),
          new Block(5, 1, 6, 80, 112),
          new Block(5, 1, 6, 112, 112),
          new Block(5, 1, 6, 112, 112),
          new Block(5, 2, 6, 112, 192),
          new Block(5, 1, 6, 192, 192),
          new Block(5, 1, 6, 192, 192),
          new Block(5, 1, 6, 192, 192),
          new Block(3, 1, 6, 192, 320));

  private static final int HEAD = 1280;

  private final SameDiff graph = SameDiff.create();
  private final Weights weights;
  private final TrunkSettings.Layout layout;

  private EfficientNetLite0(Weights weights, TrunkSettings.Layout layout) {
    this.weights = weights;
    this.layout = layout;
  }

  /**
   * Builds the graph up to a block. Outputs are named {@code stem}, {@code block0} and so on.
   *
   * @param weights PyTorch names and shapes; read, not kept
   * @throws whence.WhenceException if a tensor is missing or of another shape
   */
  public static SameDiff trunk(Weights weights, TrunkSettings settings) {
    EfficientNetLite0 net = new EfficientNetLite0(weights, settings.layout());
    net.blocks(settings.lastBlock());
    return net.graph;
  }

  /** Builds the whole classifier: outputs {@code head} and {@code logits} [N, 1000] besides. */
  public static SameDiff classifier(Weights weights, TrunkSettings.Layout layout) {
    EfficientNetLite0 net = new EfficientNetLite0(weights, layout);
    SDVariable x = net.blocks(BLOCKS.size() - 1);
    SDVariable head = net.relu6(net.pointwise(x, "_conv_head", "_bn1", 320, HEAD), "head");
    int[] area = layout == TrunkSettings.Layout.NCHW ? new int[] {2, 3} : new int[] {1, 2};
    INDArray matrix =
        Tensors.of(Tensors.toArray(weights.get("_fc.weight", 1000, HEAD)), 1000, HEAD);
    INDArray bias = Tensors.of(Tensors.toArray(weights.get("_fc.bias", 1000)), 1000);
    SDVariable pooled = head.mean(false, area); // [N, 1280]
    SDVariable product =
        net.graph.linalg().mmul(pooled, net.graph.constant("fc", matrix), false, true, false);
    product.add("logits", net.graph.constant("fcBias", bias));
    return net.graph;
  }

  private SDVariable blocks(int last) {
    long side = INPUT_PIXELS;
    SDVariable x =
        layout == TrunkSettings.Layout.NCHW
            ? graph.placeHolder(INPUT, DataType.FLOAT, -1, 3, side, side)
            : graph.placeHolder(INPUT, DataType.FLOAT, -1, side, side, 3);
    FoldedConvolution stem = FoldedConvolution.fold(weights, "_conv_stem", "_bn0", 32, 3, 3, 3);
    x = relu6(convolve(x, stem, "_conv_stem", config(3, 2)), "stem");
    for (int i = 0; i <= last; i++) {
      x = block(x, i);
    }
    return x;
  }

  private SDVariable block(SDVariable input, int index) {
    Block block = BLOCKS.get(index);
    String name = "_blocks." + index + ".";
    int wide = block.in * block.expansion;
    SDVariable x = input;
    if (block.expansion > 1) {
      x = pointwise(x, name + "_expand_conv", name + "_bn0", block.in, wide);
      x = relu6(x, "block" + index + "_expansion");
    }
    x = relu6(depthwise(x, name, block, wide), "block" + index + "_depthwise");
    boolean skip = block.stride == 1 && block.in == block.out;
    SDVariable y = pointwise(x, name + "_project_conv", name + "_bn2", wide, block.out);
    return skip ? y.add("block" + index, input) : y.rename("block" + index);
  }

  private SDVariable depthwise(SDVariable x, String name, Block block, int channels) {
    int k = block.kernel;
    String convolution = name + "_depthwise_conv";
    FoldedConvolution f =
        FoldedConvolution.fold(weights, convolution, name + "_bn1", channels, 1, k, k);
    SDVariable kernel = graph.constant(convolution, f.kernel());
    SDVariable bias = graph.constant(convolution + ".bias", f.bias());
    return graph.cnn().depthWiseConv2d(x, kernel, bias, config(k, block.stride));
  }

  private SDVariable pointwise(SDVariable x, String convolution, String norm, int in, int out) {
    FoldedConvolution f = FoldedConvolution.fold(weights, convolution, norm, out, in, 1, 1);
    return convolve(x, f, convolution, config(1, 1));
  }

  private SDVariable convolve(SDVariable x, FoldedConvolution f, String name, Conv2DConfig config) {
    SDVariable kernel = graph.constant(name, f.kernel());
    return graph.cnn().conv2d(x, kernel, graph.constant(name + ".bias", f.bias()), config);
  }

  private SDVariable relu6(SDVariable x, String name) {
    return graph.nn().relu6(name, x, 0);
  }

  private Conv2DConfig config(int kernel, int stride) {
    return Conv2DConfig.builder()
        .kH(kernel)
        .kW(kernel)
        .sH(stride)
        .sW(stride)
        .paddingMode(PaddingMode.SAME)
        .dataFormat(layout.name())
        .build();
  }
}
