package whence.model;

import whence.WhenceException;

/**
 * Which part of EfficientNet-lite0 is built.
 *
 * @param lastBlock index of the block whose output is taken, 0 to 15
 * @param layout order of the dimensions inside the graph
 */
public record TrunkSettings(int lastBlock, Layout layout) {
  /** Order of an image tensor's dimensions. The results agree to rounding; the speed does not. */
  public enum Layout {
    /** Picture, channel, row, column. */
    NCHW,
    /** Picture, row, column, channel. */
    NHWC
  }

  /** Checks the block. */
  public TrunkSettings {
    if (lastBlock < 0 || lastBlock >= EfficientNetLite0.BLOCKS.size()) {
      throw new WhenceException(
          "Cannot build EfficientNet-lite0",
          "last block " + lastBlock,
          "0 to " + (EfficientNetLite0.BLOCKS.size() - 1),
          "block 10 gives 112 channels at 14 x 14");
    }
  }

  /** Block 10, 112 channels at 14 x 14 cells, in the layout measured to be the faster. */
  public static TrunkSettings defaults() {
    return new TrunkSettings(10, Layout.NCHW);
  }

  /** The same with another last block. */
  public TrunkSettings withLastBlock(int block) {
    return new TrunkSettings(block, layout);
  }

  /** The same in another layout. */
  public TrunkSettings withLayout(Layout other) {
    return new TrunkSettings(lastBlock, other);
  }

  /** D, channels of the output. */
  public int channels() {
    return EfficientNetLite0.BLOCKS.get(lastBlock).out();
  }

  /** h = w, cells of the output. */
  public int cells() {
    return EfficientNetLite0.INPUT_PIXELS / cellPixels();
  }

  /** Pixels of the picture from one cell's centre to the next, the product of the strides. */
  public int cellPixels() {
    int pixels = 2; // stem
    for (int i = 0; i <= lastBlock; i++) {
      pixels *= EfficientNetLite0.BLOCKS.get(i).stride();
    }
    return pixels;
  }

  /**
   * Pixel (from 0, of the picture's 224) at which the centre of the first cell's field of view
   * lies.
   *
   * <p>A convolution of kernel k and stride s with SAME padding puts p = max(k - s, 0) / 2 (rounded
   * down) zeros before the first input, as input sizes are multiples of s. Its output 0 is
   * therefore centred on input (k - 1)/2 - p, and the centre in pixels adds up as c += jump ((k -
   * 1)/2 - p) with jump the product of the strides before it. Stride 1 adds 0. Stride 2 adds 1 jump
   * for k = 3 (p = 0) and for k = 5 (p = 1): 1 + 2 + 4 + 8 = 15 for block 10, where a centred grid
   * has 7.5.
   */
  public double firstCentrePixel() {
    double centre = shift(3, 2);
    int jump = 2;
    for (int i = 0; i <= lastBlock; i++) {
      EfficientNetLite0.Block block = EfficientNetLite0.BLOCKS.get(i);
      centre += jump * shift(block.kernel(), block.stride());
      jump *= block.stride();
    }
    return centre;
  }

  private static double shift(int kernel, int stride) {
    int before = Math.max(kernel - stride, 0) / 2;
    return (kernel - 1) / 2.0 - before;
  }
}
