package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class SceneSettingsTest {
  private static final SceneSettings DEFAULTS = SceneSettings.defaults();

  @Test
  void withersChangeOneValue() {
    RecordingVariation plain =
        RecordingVariation.defaults()
            .withSpeed(Interval.only(1))
            .withTilt(Interval.only(0))
            .withNoise(List.of(0.0), Interval.only(60))
            .withGainDb(Interval.only(0));
    assertThat(DEFAULTS.withRecording(plain).recording()).isEqualTo(plain);
    assertThat(DEFAULTS.withSilent(List.of(1.0), 0).testSilent()).isZero();
    assertThat(DEFAULTS.withSidePixels(224).withSoundSeconds(2)).isEqualTo(DEFAULTS);
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> DEFAULTS.withObjectSide(new Interval(0.3, 1.2)))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            """
            Cannot use the scene setting objectSide (a share)
              got:      [0.3, 1.2]
              expected: an interval within [0.05, 1.0]
              cure:     narrow the interval; SceneSettings.defaults() has values that work\
            """);
    assertThatThrownBy(() -> DEFAULTS.withSilent(List.of(0.5, 0.4), 1))
        .hasMessageContaining("chances, each at least 0, that sum to 1");
    assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("the smaller first");
    assertThatThrownBy(
            () -> RecordingVariation.defaults().withNoise(List.of(1.0), Interval.only(20)))
        .hasMessageContaining("at least one pole, each in [0, 1)");
  }
}
