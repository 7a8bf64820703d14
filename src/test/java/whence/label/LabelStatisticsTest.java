package whence.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.heatmap.Mask;

class LabelStatisticsTest {

  private static final double ROUNDING = 1e-7;

  @Test
  void countsByHand() {
    LabelStatistics seen = LabelStatistics.of(PseudoLabelsFileTest.labels(), null);
    assertThat(seen.positiveShare()).isCloseTo((0.5 + 1 + 0.5) / 3, offset(ROUNDING));
    assertThat(seen.negativeShare()).isCloseTo(0.5 / 3, offset(ROUNDING));
    assertThat(seen.meanRelated()).isCloseTo(2 / 3.0, offset(ROUNDING));
    assertThat(seen.negativeCorrelation()).isCloseTo(-0.25, offset(ROUNDING));
    assertThat(seen.positivePrecision()).isEmpty();
    assertThat(seen.relationPrecision()).isEmpty();
  }

  @Test
  void precisionAgainstTruthByHand() {
    Mask left = new Mask(1, 2, new boolean[] {true, false});
    LabelStatistics.Truth truth =
        new LabelStatistics.Truth(List.of("dog", "cat", "cat"), List.of(left, left, left));
    LabelStatistics seen = LabelStatistics.of(PseudoLabelsFileTest.labels(), truth);
    assertThat(seen.positivePrecision()).hasValue(2 / 4.0); // four positive cells, two on the left
    assertThat(seen.relationPrecision()).hasValue(1);
    LabelStatistics wrong =
        LabelStatistics.of(
            PseudoLabelsFileTest.labels(),
            new LabelStatistics.Truth(List.of("dog", "cat", "dog"), truth.sounding()));
    assertThat(wrong.relationPrecision()).hasValue(0);
  }

  @Test
  void withoutRelationsTheirPrecisionIsUnknown() {
    PseudoLabels labels = PseudoLabelsFileTest.labels();
    PseudoLabels alone =
        new PseudoLabels(
            1,
            labels.ids(),
            labels.maps(),
            labels.positive(),
            labels.positive().stream().map(m -> new Mask(1, 2, new boolean[2])).toList(),
            List.of(new int[0], new int[0], new int[0]));
    Mask left = new Mask(1, 2, new boolean[] {true, false});
    LabelStatistics seen =
        LabelStatistics.of(
            alone, new LabelStatistics.Truth(List.of("a", "b", "c"), List.of(left, left, left)));
    assertThat(seen.relationPrecision()).isEmpty();
    assertThat(seen.negativeCorrelation()).isZero(); // no negative cell at all
  }
}
