package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Annotation;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;

class ClipScorerTest {

  private static final ClipScorer COSINES = new ClipScorer(MapUnit.COSINE);
  private static final ClipScorer ORDERS = new ClipScorer(MapUnit.ARBITRARY);

  @Test
  void aPerfectMapScoresOneAndPointsRight() {
    ClipScore score = COSINES.score(Scores.boxMap(0, 0, 112, 112, 0.8f), Scores.annotation("a"));
    assertThat(score.id()).isEqualTo("a");
    assertThat(score.ciou()).isEqualTo(1);
    assertThat(score.pointing()).isTrue();
    assertThat(score.wrongObject()).contains(false);
    assertThat(score.soundingCorrelation().getAsDouble()).isCloseTo(0.8, within(1e-6));
    assertThat(score.nonsoundingCorrelation()).hasValue(0);
    // All of the object ties at the adaptive threshold, and ties are left out.
    assertThat(score.ciouAdaptive()).hasValue(0);
  }

  @Test
  void sizeAdaptiveForgivesTheWrongSize() {
    float[] slope = new float[224 * 224];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = -(float) Math.pow(Math.max(i / 224, i % 224) + i * 1e-6, 0.1);
    }
    ClipScore score = ORDERS.score(new HeatMap(224, 224, slope), Scores.annotation("a"));
    assertThat(score.ciouAdaptive().getAsDouble()).isCloseTo(1, within(1e-3));
    assertThat(score.ciou()).isLessThan(0.1);
  }

  @Test
  void aPeakOnASilentObjectIsWrong() {
    ClipScore score = ORDERS.score(Scores.boxMap(150, 150, 160, 160, 1), Scores.annotation("a"));
    assertThat(score.pointing()).isFalse();
    assertThat(score.wrongObject()).contains(true);
    assertThat(score.ciou()).isZero();
  }

  @Test
  void whereMasksOverlapTheSoundingObjectCounts() {
    Annotation both =
        new Annotation(
            "a",
            "owl",
            HeatMaps.box(224, 224, 0, 0, 112, 112),
            List.of("cat"),
            List.of(HeatMaps.box(224, 224, 0, 0, 224, 224)));
    ClipScore score = ORDERS.score(Scores.boxMap(5, 5, 6, 6, 1), both);
    assertThat(score.pointing()).isTrue();
    assertThat(score.wrongObject()).contains(false);
  }

  @Test
  void clipsWithoutSilentObjectsSayNothingAboutThem() {
    Annotation alone =
        new Annotation("a", "owl", HeatMaps.box(224, 224, 0, 0, 9, 9), List.of(), List.of());
    assertThat(ORDERS.score(Scores.boxMap(0, 0, 9, 9, 1), alone).wrongObject()).isEmpty();
  }

  @Test
  void mapsThatAreNoCosinesHaveNoCorrelations() {
    ClipScore score = ORDERS.score(Scores.boxMap(0, 0, 112, 112, 0.8f), Scores.annotation("a"));
    assertThat(score.soundingCorrelation()).isEmpty();
    assertThat(score.nonsoundingCorrelation()).isEmpty();
  }

  @Test
  void constantMapsAreEverythingOrNothing() {
    ClipScore high = ORDERS.score(HeatMaps.constant(224, 224, 1), Scores.annotation("a"));
    assertThat(high.ciou()).isEqualTo(0.25);
    assertThat(high.ciouAdaptive()).hasValue(0);
    assertThat(high.pointing()).isTrue(); // top left corner
    ClipScore low = ORDERS.score(HeatMaps.constant(224, 224, 0), Scores.annotation("a"));
    assertThat(low.ciou()).isZero();
  }

  @Test
  void otherSizesAreBroughtToTheProtocols() {
    HeatMap coarse = new HeatMap(2, 2, new float[] {1, 0, 0, 0});
    Annotation small =
        new Annotation(
            "a",
            "owl",
            HeatMaps.box(112, 112, 0, 0, 56, 56),
            List.of("cat"),
            List.of(HeatMaps.box(112, 112, 56, 56, 112, 112)));
    assertThat(ORDERS.score(coarse, small)).isEqualTo(ORDERS.score(coarse, Scores.annotation("a")));
  }

  @Test
  void aClipWithNothingToFindScoresZero() {
    Annotation nothing =
        new Annotation("a", "owl", HeatMaps.box(224, 224, 0, 0, 0, 0), List.of(), List.of());
    ClipScore score = COSINES.score(Scores.boxMap(0, 0, 9, 9, 1), nothing);
    assertThat(score.ciou()).isZero();
    assertThat(score.ciouAdaptive()).hasValue(0);
    assertThat(score.soundingCorrelation()).isEmpty();
    assertThat(score.nonsoundingCorrelation()).isPresent();
  }

  @Test
  void refusesNan() {
    HeatMap broken = HeatMaps.constant(224, 224, Float.NaN);
    assertThatThrownBy(() -> ORDERS.score(broken, Scores.annotation("a")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("NaN at row 0, column 0");
  }
}
