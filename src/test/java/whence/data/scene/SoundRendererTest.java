package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import whence.data.scene.SceneOrigin.HeardSound;

class SoundRendererTest {
  private static final float[] TONE = Tiny.tone(440, 1).samples();

  private static float[] render(double speed, double tilt, int room, double noiseDb, double gain) {
    HeardSound heard = new HeardSound("x", 0, speed, tilt, room, 0.9, noiseDb, gain, 5);
    return SoundRenderer.render(TONE, heard, 8000);
  }

  private static int signChanges(float[] sound) {
    int changes = 0;
    for (int t = 1; t < sound.length; t++) {
      changes += sound[t] > 0 != sound[t - 1] > 0 ? 1 : 0;
    }
    return changes;
  }

  private static double power(float[] sound) {
    double sum = 0;
    for (float sample : sound) {
      sum += sample * sample;
    }
    return sum / sound.length;
  }

  @Test
  void speedRaisesThePitch() {
    // 0.5 s of 440 Hz crosses zero 440 times; at 1.5 times the speed 660 times.
    assertThat(signChanges(render(1, 0, 0, 120, 0))).isBetween(438, 442);
    assertThat(signChanges(render(1.5, 0, 0, 120, 0))).isBetween(657, 663);
  }

  @Test
  void gainIsThePeakAndNoiseLiesAsFarBelowAsAsked() {
    float[] clean = render(1, 0, 0, 120, -6);
    assertThat(new whence.media.Waveform(clean, 16_000).peak()).isCloseTo(0.501f, within(1e-3f));
    float[] noisy = render(1, 0, 0, 20, -6);
    for (int t = 0; t < noisy.length; t++) {
      noisy[t] -= clean[t];
    }
    assertThat(10 * Math.log10(power(clean) / power(noisy))).isCloseTo(20, within(0.01));
  }

  @Test
  void neverLeavesFullScale() {
    assertThat(new whence.media.Waveform(render(1, 0.2, 800, 0, 0), 16_000).peak())
        .isLessThanOrEqualTo(1.000001f);
  }

  @Test
  void aRoomOutlastsTheSound() {
    float[] click = new float[4000];
    click[0] = 1;
    HeardSound heard = new HeardSound("x", 0, 1, 0, 1000, 0, 120, 0, 5);
    float[] sound = SoundRenderer.render(click, heard, 3000);
    assertThat(Math.abs(sound[500])).isGreaterThan(1e-4f);
    assertThat(Math.abs(sound[1500])).isLessThan(1e-4f);
  }
}
