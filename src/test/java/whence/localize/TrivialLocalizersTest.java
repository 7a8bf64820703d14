package whence.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.data.Batch;
import whence.engine.Tensors;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Peak;
import whence.heatmap.Threshold;

class TrivialLocalizersTest {

  private static final GridGeometry TRUNK = new GridGeometry(16, 15);

  @Test
  void namesAreThoseOfTheMetricsFile() {
    assertThat(new WholeImage(8, 8).name()).isEqualTo("whole-image");
    assertThat(new CentreDisc(8, 8).name()).isEqualTo("centre-disc");
    assertThat(new RandomMap(8, 8, TRUNK, 1).name()).isEqualTo("random");
    assertThat(new Saliency(8, 8, TRUNK).name()).isEqualTo("saliency");
  }

  @Test
  void theWholeImageIsOneEverywhere() {
    try (Batch batch = batch(new float[2 * 14 * 14 * 3], "a", "b")) {
      List<HeatMap> maps = new WholeImage(6, 4).localize(batch);
      assertThat(maps).hasSize(2);
      assertThat(maps.get(1).height()).isEqualTo(6);
      assertThat(maps.get(1).values()).containsOnly(1);
    }
  }

  @Test
  void theCentreDiscCoversHalfTheFrame() {
    HeatMap map = centreDisc(224, 224);
    int pixels = Threshold.atLeast(map, 0.5).count();
    // A disc drawn on pixels misses its area by far less than 1 %.
    assertThat(pixels / 50_176.0).isCloseTo(0.5, within(0.005));
    assertThat(Threshold.aboveMedian(map).count() / 50_176.0).isCloseTo(0.5, within(0.005));
    assertThat(map.at(112, 112)).isEqualTo(1);
    assertThat(map.at(0, 0)).isZero();
    assertThat(map.at(112, 112 + 88)).isGreaterThan(0.5f);
    assertThat(map.at(112, 112 + 90)).isLessThan(0.5f);
  }

  @Test
  void theCentreDiscFollowsTheSizeOfTheTruth() {
    HeatMap map = centreDisc(224, 224);
    assertThat(Threshold.sizeAdaptive(map, 5_000).count()).isBetween(4_950, 5_000);
  }

  @Test
  void tinyFramesHaveAMiddleToo() {
    assertThat(centreDisc(1, 1).values()).containsExactly(1);
    assertThat(Peak.of(centreDisc(3, 3))).isEqualTo(new Peak(1, 1, 1));
    for (float value : centreDisc(2, 40).values()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void randomMapsDependOnSeedAndIdAlone() {
    RandomMap random = new RandomMap(224, 224, TRUNK, 7);
    try (Batch both = batch(new float[2 * 14 * 14 * 3], "a", "b");
        Batch alone = batch(new float[14 * 14 * 3], "b")) {
      List<HeatMap> maps = random.localize(both);
      assertThat(random.localize(alone).get(0).values()).isEqualTo(maps.get(1).values());
      assertThat(maps.get(0).values()).isNotEqualTo(maps.get(1).values());
      assertThat(new RandomMap(224, 224, TRUNK, 8).localize(alone).get(0).values())
          .isNotEqualTo(maps.get(1).values());
      for (float value : maps.get(0).values()) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void saliencyIsTheMeanOfAbsoluteChannels() {
    float[] features = new float[14 * 14 * 3];
    int cell = 5 * 14 + 9;
    features[cell * 3] = -2;
    features[cell * 3 + 1] = 1;
    try (Batch batch = batch(features, "a")) {
      HeatMap map = new Saliency(224, 224, TRUNK).localize(batch).get(0);
      assertThat(Peak.of(map)).isEqualTo(new Peak(16 * 5 + 15, 16 * 9 + 15, 1));
    }
  }

  @Test
  void saliencyOfABatchIsThatOfItsClips() {
    float[] first = new float[14 * 14 * 3];
    first[0] = 3;
    float[] both = new float[2 * first.length];
    both[first.length] = 3;
    Saliency saliency = new Saliency(224, 224, TRUNK);
    try (Batch one = batch(first, "a");
        Batch two = batch(both, "b", "a")) {
      assertThat(saliency.localize(two).get(1).values())
          .isEqualTo(saliency.localize(one).get(0).values());
    }
  }

  private static HeatMap centreDisc(int height, int width) {
    try (Batch batch = batch(new float[14 * 14 * 3], "a")) {
      return new CentreDisc(height, width).localize(batch).get(0);
    }
  }

  private static Batch batch(float[] features, String... ids) {
    INDArray seen = Tensors.of(features, ids.length, 14, 14, 3);
    return new Batch(List.of(ids), seen, Tensors.zeros(ids.length, 1, 2, 2));
  }
}
