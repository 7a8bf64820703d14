package whence.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.GraphMemory;
import whence.engine.Tensors;
import whence.engine.Weights;
import whence.media.Picture;

/**
 * The frozen image trunk: pictures in, one vector a grid cell out. Owns its graph: close it. For
 * one thread at a time.
 */
public final class Trunk implements AutoCloseable {
  private static final int SIDE = EfficientNetLite0.INPUT_PIXELS;

  private static final int RUNS_BETWEEN_RELEASES = 32;

  private final SameDiff graph;
  private final TrunkSettings settings;
  private final String weightsSha256;
  private int runs;

  private Trunk(SameDiff graph, TrunkSettings settings, String weightsSha256) {
    this.graph = graph;
    this.settings = settings;
    this.weightsSha256 = weightsSha256;
  }

  /**
   * Builds the trunk.
   *
   * @param weights PyTorch names and shapes; only read, may be closed afterwards
   * @param settings where the network is cut
   */
  public static Trunk of(Weights weights, TrunkSettings settings) {
    return new Trunk(EfficientNetLite0.trunk(weights, settings), settings, weights.sha256());
  }

  /** Where the network is cut, and the geometry that follows. */
  public TrunkSettings settings() {
    return settings;
  }

  /** Names network, settings and weights: equal keys give equal features. */
  public String key() {
    return "efficientnet-lite0/block" + settings.lastBlock() + "/" + weightsSha256;
  }

  /**
   * Computes features; 4 to 16 pictures at a time are fastest on two cores.
   *
   * @param pictures N pictures of 224 x 224 pixels, N at least 1; alpha is ignored
   * @return [N, h, w, D] FLOAT32, c-order, owned by the caller
   * @throws WhenceException if there is no picture or one of another size
   */
  public INDArray features(List<Picture> pictures) {
    try (INDArray input = input(pictures)) {
      String output = "block" + settings.lastBlock();
      Map<String, INDArray> found = graph.output(Map.of(EfficientNetLite0.INPUT, input), output);
      INDArray block = Objects.requireNonNull(found.get(output));
      if (++runs % RUNS_BETWEEN_RELEASES == 0) {
        GraphMemory.release(graph); // its list of freed arrays grows
      }
      try (block) {
        return settings.layout() == TrunkSettings.Layout.NCHW
            ? block.permute(0, 2, 3, 1).dup('c') // [N, h, w, D]
            : block.dup('c');
      }
    }
  }

  @Override
  public void close() {
    GraphMemory.release(graph);
    for (SDVariable variable : graph.variables()) {
      if (variable.isConstant()) {
        variable.getArr().close();
      }
    }
  }

  private INDArray input(List<Picture> pictures) {
    if (pictures.isEmpty()) {
      throw badInput("no picture");
    }
    float[] values = new float[pictures.size() * 3 * SIDE * SIDE];
    int position = 0;
    for (Picture picture : pictures) {
      if (picture.width() != SIDE || picture.height() != SIDE) {
        throw badInput("a picture of " + picture.width() + " x " + picture.height() + " pixels");
      }
      fill(picture.rgb(), values, position);
      position += 3 * SIDE * SIDE;
    }
    int n = pictures.size();
    return settings.layout() == TrunkSettings.Layout.NCHW
        ? Tensors.of(values, n, 3, SIDE, SIDE)
        : Tensors.of(values, n, SIDE, SIDE, 3);
  }

  private void fill(byte[] rgb, float[] values, int start) {
    int area = SIDE * SIDE;
    boolean planes = settings.layout() == TrunkSettings.Layout.NCHW;
    for (int i = 0; i < rgb.length; i++) {
      int place = planes ? (i % 3) * area + i / 3 : i;
      values[start + place] = ((rgb[i] & 0xff) - 127) / 128f;
    }
  }

  private static WhenceException badInput(String got) {
    return new WhenceException(
        "Cannot compute trunk features",
        got,
        "at least one picture, each of " + SIDE + " x " + SIDE + " pixels",
        "squash each frame to " + SIDE + " x " + SIDE + " first, whole, without cropping");
  }
}
