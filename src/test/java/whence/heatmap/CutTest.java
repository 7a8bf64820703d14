package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class CutTest {

  @Test
  void aCutPredictsWhatItsMaskHolds() {
    HeatMap map = HeatMaps.row(0.1f, 0.7f, 0.5f, 0.5f);
    assertThat(HeatMaps.text(Cut.atLeast(map, 0.5f).mask())).isEqualTo(".###");
    assertThat(Cut.atLeast(map, 0.5f).count()).isEqualTo(3);
    assertThat(Cut.above(map, 0.5f).count()).isEqualTo(1);
    assertThat(Cut.everything(map).mask().count()).isEqualTo(4);
    assertThat(Cut.nothing(map).mask().count()).isZero();
  }

  @Test
  void itsScoreIsThatOfTheMask() {
    long seed = 4;
    Random random = new Random(seed);
    for (int trial = 0; trial < 200; trial++) {
      float[] values = new float[60];
      float[] g = new float[60];
      for (int i = 0; i < 60; i++) {
        values[i] = random.nextInt(9);
        g[i] = Math.max(0, random.nextInt(5) - 2) / 2f;
      }
      Cut cut = Cut.atLeast(new HeatMap(6, 10, values), random.nextInt(10));
      HeatMap truth = new HeatMap(6, 10, g);
      assertThat(cut.ciou(GradedTruth.of(truth)))
          .as("seed %d, trial %d", seed, trial)
          .isCloseTo(Overlap.ciou(cut.mask(), truth), within(1e-12));
    }
  }

  @Test
  void nothingFoundOrNothingToFindScoresZero() {
    HeatMap map = HeatMaps.row(0, 1);
    assertThat(Cut.nothing(map).ciou(GradedTruth.of(HeatMaps.row(0, 1)))).isZero();
    assertThat(Cut.everything(map).ciou(GradedTruth.of(HeatMaps.row(0, 0)))).isZero();
    assertThat(Cut.nothing(map).ciou(GradedTruth.of(HeatMaps.row(0, 0)))).isZero();
  }

  @Test
  void truthsKnowTheirSize() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(0, 0.5f, 1, 1, 0.25f, 0));
    assertThat(truth.count()).isEqualTo(4);
    assertThat(truth.sum()).isEqualTo(2.75);
    assertThat(truth.isEmpty()).isFalse();
    assertThat(GradedTruth.of(HeatMaps.row(0)).isEmpty()).isTrue();
  }

  @Test
  void otherSizesAndTruthsThatAreNoSharesAreRefused() {
    Cut cut = Cut.everything(HeatMaps.row(0, 1));
    assertThatThrownBy(() -> cut.ciou(GradedTruth.of(HeatMaps.row(1))))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compare a prediction with the truth\n"
                + "  got:      a prediction of 1 x 2 cells\n"
                + "  expected: 1 x 1 cells, as the truth\n"
                + "  cure:     bring the heat map to the size of the truth first");
    assertThatThrownBy(() -> GradedTruth.of(HeatMaps.row(0, 2)))
        .hasMessageContaining("a truth of 2.0");
    assertThatThrownBy(() -> GradedTruth.of(HeatMaps.row(Float.NaN, 0)))
        .hasMessageContaining("a truth of NaN");
  }
}
