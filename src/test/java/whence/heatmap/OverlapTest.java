package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class OverlapTest {

  @Test
  void plainIntersectionOverUnion() {
    assertThat(Overlap.iou(HeatMaps.mask("##.."), HeatMaps.mask(".##."))).isEqualTo(1 / 3.0);
    assertThat(Overlap.iou(HeatMaps.mask("##.."), HeatMaps.mask("##.."))).isEqualTo(1);
    assertThat(Overlap.iou(HeatMaps.mask("##.."), HeatMaps.mask("..##"))).isZero();
  }

  @Test
  void partlyAgreedTruthGainsItsShareAndCostsNothing() {
    HeatMap truth = HeatMaps.row(0, 0.5f, 1, 0.5f);
    // B = {0, 1, 2}: found 1.5; wanted 2, outside 1
    assertThat(Overlap.ciou(HeatMaps.mask("###."), truth)).isCloseTo(0.5, within(1e-12));
    assertThat(Overlap.ciou(HeatMaps.mask(".###"), truth)).isEqualTo(1);
  }

  @Test
  void aTruthOfZeroAndOneGivesThePlainValue() {
    HeatMap truth = HeatMaps.row(0, 1, 1, 0);
    assertThat(Overlap.ciou(HeatMaps.mask("##.."), truth))
        .isEqualTo(Overlap.iou(HeatMaps.mask("##.."), HeatMaps.mask(".##.")));
  }

  @Test
  void nothingPredictedOrNothingToFindScoresZero() {
    assertThat(Overlap.iou(HeatMaps.mask(".."), HeatMaps.mask(".."))).isZero();
    assertThat(Overlap.iou(HeatMaps.mask("##"), HeatMaps.mask(".."))).isZero();
    assertThat(Overlap.iou(HeatMaps.mask(".."), HeatMaps.mask("#."))).isZero();
    assertThat(Overlap.ciou(HeatMaps.mask(".."), HeatMaps.row(0, 0))).isZero();
    assertThat(Overlap.ciou(HeatMaps.mask("##"), HeatMaps.row(0, 0))).isZero();
    assertThat(Overlap.ciou(HeatMaps.mask(".."), HeatMaps.row(1, 0))).isZero();
  }

  @Test
  void refusesOtherSizesAndTruthsThatAreNoShares() {
    assertThatThrownBy(() -> Overlap.iou(HeatMaps.mask("##"), HeatMaps.mask("###")))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compare a prediction with the truth\n"
                + "  got:      a prediction of 1 x 2 cells\n"
                + "  expected: 1 x 3 cells, as the truth\n"
                + "  cure:     bring the heat map to the size of the truth first");
    assertThatThrownBy(() -> Overlap.ciou(HeatMaps.mask("##"), new HeatMap(2, 1, new float[2])))
        .hasMessageContaining("2 x 1 cells");
    assertThatThrownBy(() -> Overlap.ciou(HeatMaps.mask("##"), HeatMaps.row(0, 2)))
        .hasMessageContaining("a truth of 2.0");
    assertThatThrownBy(() -> Overlap.ciou(HeatMaps.mask("##"), HeatMaps.row(0, Float.NaN)))
        .hasMessageContaining("a truth of NaN");
  }
}
