package whence.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.heatmap.HeatMap;

class PseudoLabelerTest {

  private static final float[] TWO_SOUNDS = {1, 0, 0.6f, 0.8f};
  private final PseudoLabeler labeler = new PseudoLabeler(new LabelSettings(0.25, 0, 0.5, 1));

  @Test
  void highestQuarterSoundsAndLowerHalfDoesNot() {
    PseudoLabels labels = draw(0.1f, 0.9f, 0.3f, 0.2f, 0.8f, 0.4f, 0.5f, 0.6f);
    // 8 cells: quantile 0.75 lies at 0.625 (position 5.25), quantile 0.5 at 0.45
    assertThat(labels.positive().get(0).cells())
        .containsExactly(false, true, false, false, true, false, false, false);
    assertThat(labels.negative().get(0).cells())
        .containsExactly(true, false, true, true, false, true, false, false);
  }

  @Test
  void theLevelLeavesOutCellsThatAreFarFromTheHighest() {
    // range 0.1 to 0.9: level 0.9 is 0.82, so 0.8 is out although it is among the highest quarter
    float[] cells = {0.1f, 0.9f, 0.3f, 0.2f, 0.8f, 0.4f, 0.5f, 0.6f};
    assertThat(regionAtLevel(0.9, cells)).containsExactly(1);
    assertThat(regionAtLevel(0.85, cells)).containsExactly(1, 4);
    assertThat(regionAtLevel(1, cells)).containsExactly(1);
    // the fraction is the upper limit, however low the level
    assertThat(regionAtLevel(0.1, cells)).containsExactly(1, 4);
  }

  private static int[] regionAtLevel(double level, float... cells) {
    HeatMap map = new HeatMap(2, 4, cells);
    PseudoLabels labels =
        new PseudoLabeler(new LabelSettings(0.25, level, 0.5, 0))
            .draw(1, List.of("a"), List.of(map), new float[] {1, 0});
    boolean[] positive = labels.positive().get(0).cells();
    return IntStream.range(0, positive.length).filter(u -> positive[u]).toArray();
  }

  @Test
  void tiesAreTakenTogether() {
    PseudoLabels labels = draw(0.9f, 0.9f, 0.9f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f);
    assertThat(labels.positive().get(0).count()).isEqualTo(3);
    assertThat(labels.negative().get(0).count()).isEqualTo(5);
  }

  @Test
  void aConstantMapSoundsEverywhereAndNowhereElse() {
    PseudoLabels labels = draw(0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(labels.positive().get(0).count()).isEqualTo(8);
    assertThat(labels.negative().get(0).count()).isZero();
  }

  @Test
  void clipsAreRelatedBothWaysAndToThemselves() {
    PseudoLabels labels = draw(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(labels.iteration()).isEqualTo(3);
    assertThat(labels.ids()).containsExactly("a", "b");
    assertThat(labels.areRelated(0, 1)).isTrue();
    assertThat(labels.areRelated(1, 0)).isTrue();
    assertThat(labels.areRelated(1, 1)).isTrue();
    assertThat(labels.related().get(0)).containsExactly(1);
    PseudoLabels alone =
        new PseudoLabeler(LabelSettings.defaults().withNeighbours(0))
            .draw(1, labels.ids(), labels.maps(), TWO_SOUNDS);
    assertThat(alone.areRelated(0, 1)).isFalse();
  }

  @Test
  void frozenLabelsKeepEverythingButTheIteration() {
    PseudoLabels labels = draw(1, 2, 3, 4, 5, 6, 7, 8);
    PseudoLabels later = labels.forIteration(5);
    assertThat(later.iteration()).isEqualTo(5);
    assertThat(later.positive()).isEqualTo(labels.positive());
    assertThat(later.related()).isEqualTo(labels.related());
  }

  @Test
  void partsForDifferentNumbersOfClipsAreRefused() {
    PseudoLabels labels = draw(1, 2, 3, 4, 5, 6, 7, 8);
    assertThatThrownBy(
            () ->
                new PseudoLabels(
                    1,
                    List.of("a"),
                    labels.maps(),
                    labels.positive(),
                    labels.negative(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different numbers of clips");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    LabelSettings defaults = LabelSettings.defaults();
    assertThatThrownBy(() -> defaults.withPositiveFraction(0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot draw pseudo-labels with these settings")
        .hasMessageContaining(
            "positive fraction 0.0 at level 0.75, negative quantile 0.9, 20 neighbours")
        .hasMessageContaining("fraction in (0, 1]")
        .hasMessageContaining("LabelSettings.defaults()");
    assertThatThrownBy(() -> defaults.withPositiveLevel(1.1)).isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> defaults.withNegativeQuantile(1)).isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> defaults.withNeighbours(-1)).isInstanceOf(WhenceException.class);
  }

  private PseudoLabels draw(float... cells) {
    HeatMap map = new HeatMap(2, 4, cells);
    return labeler.draw(3, List.of("a", "b"), List.of(map, map), TWO_SOUNDS);
  }
}
