package whence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {
  private static final double TOLERANCE = 1e-4;

  @Test
  void aSineHasHalfTheSquareOfItsAmplitude() {
    float[] sine = new float[16_000];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) Math.sin(2 * Math.PI * i / 160);
    }
    assertThat(Loudness.decibels(sine)).isCloseTo(-3.0103, within(TOLERANCE));
    for (int i = 0; i < sine.length; i++) {
      sine[i] *= 0.1f;
    }
    assertThat(Loudness.decibels(sine)).isCloseTo(-23.0103, within(TOLERANCE));
  }

  @Test
  void fullScaleIsZero() {
    float[] full = new float[100];
    Arrays.fill(full, -1);
    assertThat(Loudness.decibels(full)).isCloseTo(0, within(TOLERANCE));
  }

  @Test
  void silenceAndNothingHaveNoLoudness() {
    assertThat(Loudness.decibels(new float[10])).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Loudness.decibels(new float[0])).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Loudness.decibels(new float[] {Float.NaN, 1})).isNaN();
  }
}
