package whence.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.localize.Moment.State;

class SlidingLocalizerTest {
  private static final SlidingSettings PLAIN = SlidingSettings.defaults().withSmoothingSeconds(0);

  private static Glimpse glimpse(double seconds, float[] cells, float... controls) {
    return new Glimpse(seconds, -20, new HeatMap(1, cells.length, cells), controls);
  }

  private static float[] upTo(int count, double step) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (step * i);
    }
    return values;
  }

  @Test
  void aRegionStandsOutAboveNearlyAllControlSounds() {
    // peaks of 101 control sounds: 0, 0.01, ... 1; their quantile 0.95 is 0.95
    float[] controls = upTo(101, 0.01);
    SlidingLocalizer localizer = new SlidingLocalizer(PLAIN);
    List<Moment> moments =
        localizer.moments(
            List.of(
                glimpse(0, new float[] {0.1f, 0.96f}, controls),
                glimpse(0.2, new float[] {0.94f, 0.1f}, controls)));
    assertThat(moments.get(0).state()).isEqualTo(State.FOUND);
    assertThat(moments.get(0).level()).isCloseTo(0.95, within(1e-6));
    assertThat(moments.get(0).peak()).isCloseTo(0.96, within(1e-6));
    assertThat(moments.get(0).confidence()).isCloseTo(96 / 101.0, within(1e-6));
    assertThat(moments.get(1).state()).isEqualTo(State.NOTHING_STANDS_OUT);
    assertThat(moments.get(1).confidence()).isCloseTo(94 / 101.0, within(1e-6));
    assertThat(moments.get(1).cells()).isNotNull();
  }

  @Test
  void aPeakEqualToTheControlsDoesNotStandOut() {
    List<Moment> moments =
        new SlidingLocalizer(PLAIN.withControlQuantile(1))
            .moments(List.of(glimpse(0, new float[] {0.5f}, 0.5f, 0.2f)));
    assertThat(moments.get(0).state()).isEqualTo(State.NOTHING_STANDS_OUT);
  }

  @Test
  void silenceHasNoMapAndTakesNoPartInSmoothing() {
    List<Glimpse> glimpses =
        List.of(
            glimpse(0, new float[] {1, 0}, 0.5f),
            Glimpse.silent(0.2, Double.NEGATIVE_INFINITY),
            glimpse(0.4, new float[] {0, 1}, 0.1f));
    List<Moment> moments = new SlidingLocalizer(SlidingSettings.defaults()).moments(glimpses);
    Moment silent = moments.get(1);
    assertThat(silent.state()).isEqualTo(State.SILENT);
    assertThat(silent.cells()).isNull();
    assertThat(silent.peak()).isNaN();
    assertThat(silent.confidence()).isZero();
    // weights 1 and exp(-0.4^2 / (2 0.3^2)) of the two that sound
    double weight = Math.exp(-0.16 / 0.18);
    assertThat(moments.get(0).cells().values()[0])
        .isCloseTo((float) (1 / (1 + weight)), within(1e-6f));
    assertThat(moments.get(0).level()).isCloseTo((0.5 + weight * 0.1) / (1 + weight), within(1e-6));
  }

  @Test
  void smoothingIsTheGaussianMeanCutAtThreeDeviations() {
    List<Glimpse> glimpses = new ArrayList<>();
    for (int k = 0; k < 21; k++) {
      glimpses.add(glimpse(0.2 * k, new float[] {k == 10 ? 1 : 0}, 0));
    }
    List<Moment> moments = new SlidingLocalizer(SlidingSettings.defaults()).moments(glimpses);
    double all = 0;
    for (int d = -4; d <= 4; d++) {
      all += Math.exp(-0.04 * d * d / 0.18);
    }
    for (int k = 0; k < 21; k++) {
      int d = k - 10;
      // 0.9 s lies between four and five steps
      double expected = Math.abs(d) <= 4 ? Math.exp(-0.04 * d * d / 0.18) / all : 0;
      if (k >= 4 && k <= 16) { // whole kernels
        assertThat(moments.get(k).peak()).as("%d", k).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void withoutSmoothingEveryMomentStandsAlone() {
    List<Glimpse> glimpses =
        List.of(glimpse(0, new float[] {0.2f}, 0), glimpse(0.2, new float[] {0.8f}, 0));
    List<Moment> moments = new SlidingLocalizer(PLAIN).moments(glimpses);
    assertThat(moments).extracting(Moment::peak).containsExactly((double) 0.2f, (double) 0.8f);
    assertThat(new SlidingLocalizer(PLAIN).moments(List.of())).isEmpty();
  }

  @Test
  void aGlimpseComparesCellsWithEverySound() {
    // two cells, embeddings of two numbers
    float[] frame = {1, 0, 0.6f, 0.8f};
    float[][] controls = {{0, 1}, {-1, 0}};
    Glimpse glimpse = Glimpse.of(3, -12, frame, new float[] {1, 0}, controls, 1, 2);
    assertThat(glimpse.cells().values()).containsExactly(1, 0.6f);
    assertThat(glimpse.controlPeaks()).containsExactly(0.8f, -0.6f);
    assertThat(glimpse.seconds()).isEqualTo(3);
    assertThat(glimpse.loudnessDb()).isEqualTo(-12);
  }

  @Test
  void nothingIsDecidedWithoutControlsAndAbsurdSettingsAreRefused() {
    SlidingLocalizer localizer = new SlidingLocalizer(PLAIN);
    assertThatThrownBy(() -> localizer.moments(List.of(glimpse(0, new float[] {1}))))
        .hasMessageContaining("no control sound");
    assertThatThrownBy(() -> PLAIN.withStepSeconds(0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("steps of 0.0 s");
    assertThatThrownBy(() -> PLAIN.withSmoothingSeconds(Double.NaN))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> PLAIN.withControlQuantile(1.1)).isInstanceOf(WhenceException.class);
  }
}
