package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Tensors;
import whence.engine.Weights;

/**
 * The network against published activations, and each kind of block against a plain convolution.
 */
class EfficientNetLite0Test {
  /** Float rounding over up to 50 layers; activations reach 50. */
  private static final double RELATIVE = 1e-3;

  /** Of values near 0, by the table of the golden numbers. */
  private static final double ABSOLUTE = 1e-4;

  @ParameterizedTest
  @EnumSource(TrunkSettings.Layout.class)
  void agreesWithPublishedActivationsAndLogits(TrunkSettings.Layout layout) throws Exception {
    Path folder = weightsFolder();
    assumeTrue(folder != null, "no weights under WHENCE_HOME: golden activations not compared");
    List<String[]> golden =
        TestWeights.csv("efficientnet_lite0_cells.csv").map(line -> line.split(",", -1)).toList();
    try (Weights weights = EfficientNetWeights.open(folder.resolve("absent"), folder)) {
      SameDiff net = EfficientNetLite0.classifier(weights, layout);
      for (String picture : List.of("linear", "radial")) {
        Map<String, INDArray> found =
            net.output(
                Map.of("pixels", TestWeights.synthetic(picture, layout)),
                "stem block2 block4 block7 block10 block11_expansion head logits".split(" "));
        golden.stream()
            .filter(line -> line[0].equals(picture))
            .forEach(line -> compare(line, found, layout));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TrunkSettings.Layout.class)
  void everyBlockAgreesWithAPlainConvolution(TrunkSettings.Layout layout) {
    try (Weights weights = TestWeights.formula(4)) {
      SameDiff net = EfficientNetLite0.trunk(weights, new TrunkSettings(4, layout));
      INDArray input = TestWeights.synthetic("radial", layout);
      String[] names = {"stem", "block0", "block1", "block2", "block3", "block4"};
      Map<String, INDArray> found = net.output(Map.of("pixels", input), names);
      PlainNetwork.Image x =
          new PlainNetwork(weights)
              .stem(TestWeights.synthetic("radial", TrunkSettings.Layout.NCHW));
      assertClose(found.get("stem"), x, layout);
      for (int block = 0; block <= 4; block++) {
        x = new PlainNetwork(weights).block(x, block);
        assertClose(found.get("block" + block), x, layout);
      }
    }
  }

  @Test
  void refusesWeightsOfAnotherShapeOrWithoutATensor() {
    try (Weights good = TestWeights.formula(0)) {
      TreeMap<String, INDArray> changed = new TreeMap<>(good.tensors());
      changed.put("_conv_stem.weight", Tensors.zeros(16, 3, 3, 3));
      Weights wrong = new Weights(changed, Map.of(), "test.pth");
      TrunkSettings settings = TrunkSettings.defaults().withLastBlock(0);
      assertThatThrownBy(() -> EfficientNetLite0.trunk(wrong, settings))
          .isInstanceOf(WhenceException.class)
          .hasMessage(
              "Cannot use tensor _conv_stem.weight of test.pth\n"
                  + "  got:      shape [16, 3, 3, 3]\n"
                  + "  expected: shape [32, 3, 3, 3]\n"
                  + "  cure:     use weights that were made for this network and these settings");
      assertThatThrownBy(() -> EfficientNetLite0.trunk(good, settings.withLastBlock(1)))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot find tensor _blocks.1._expand_conv.weight");
    }
  }

  @Test
  void refusesABlockThatIsNotThere() {
    assertThatThrownBy(() -> TrunkSettings.defaults().withLastBlock(16))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("last block 16")
        .hasMessageContaining("0 to 15");
  }

  private static void assertClose(
      INDArray found, PlainNetwork.Image want, TrunkSettings.Layout layout) {
    float[] values = Tensors.toArray(planes(found, layout));
    double scale = 0;
    for (double value : want.values()) {
      scale = Math.max(scale, Math.abs(value));
    }
    assertThat(scale).isGreaterThan(0.01);
    double worst = 0;
    for (int i = 0; i < values.length; i++) {
      worst = Math.max(worst, Math.abs(values[i] - want.values()[i]));
    }
    assertThat(values).hasSameSizeAs(want.values());
    assertThat(worst / scale).isLessThan(RELATIVE);
  }

  private static void compare(
      String[] line, Map<String, INDArray> found, TrunkSettings.Layout layout) {
    String stage = line[1].equals("head_features") ? "head" : line[1];
    double want = Double.parseDouble(line[5]);
    int channel = Integer.parseInt(line[2]);
    INDArray array = found.get(stage);
    double got =
        line[3].isEmpty()
            ? array.getDouble(0, channel)
            : planes(array, layout)
                .getDouble(0, channel, Integer.parseInt(line[3]), Integer.parseInt(line[4]));
    assertThat(got)
        .as(String.join(",", line))
        .isCloseTo(want, within(RELATIVE * Math.abs(want) + ABSOLUTE));
  }

  private static INDArray planes(INDArray array, TrunkSettings.Layout layout) {
    return layout == TrunkSettings.Layout.NCHW ? array : array.permute(0, 3, 1, 2).dup('c');
  }

  /**
   * The folder with converted weights: system property whence.home, or WHENCE_HOME; null if there
   * are none, which the property whence.weights = required does not allow.
   */
  static Path weightsFolder() throws Exception {
    String home = System.getProperty("whence.home", System.getenv("WHENCE_HOME"));
    Path folder = home == null || !Files.isDirectory(Path.of(home)) ? null : find(Path.of(home));
    if (folder == null && "required".equals(System.getProperty("whence.weights"))) {
      throw new AssertionError("no converted weights under " + home);
    }
    return folder;
  }

  private static Path find(Path home) throws Exception {
    try (Stream<Path> files = Files.walk(home, 3)) {
      return files
          .filter(file -> file.endsWith(EfficientNetWeights.FILE))
          .map(Path::getParent)
          .findFirst()
          .orElse(null);
    }
  }
}
