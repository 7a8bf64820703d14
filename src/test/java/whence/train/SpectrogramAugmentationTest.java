package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.WhenceException;

class SpectrogramAugmentationTest {

  private static final int BANDS = 5;
  private static final int FRAMES = 7;
  private static final float FILL = -99;

  /** 1000 m + t in cell [m, t], one number before and one behind. */
  private static float[] numbered() {
    float[] values = new float[BANDS * FRAMES + 2];
    for (int k = 0; k < BANDS * FRAMES; k++) {
      values[k + 1] = 1000 * (k / FRAMES) + k % FRAMES;
    }
    return values;
  }

  private static float[] apply(SpectrogramAugmentation changes, long seed) {
    float[] values = numbered();
    changes.apply(values, 1, BANDS, FRAMES, FILL, new SplittableRandom(seed));
    return values;
  }

  @Test
  void noneLeavesEverything() {
    assertThat(apply(SpectrogramAugmentation.none(), 1)).isEqualTo(numbered());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void masksExactlyOneBlockOfBandsAndOneOfFrames(long seed) {
    float[] values = apply(new SpectrogramAugmentation(2, 3, 1, 0), seed);
    int hiddenBands = 0;
    int hiddenFrames = 0;
    for (int m = 0; m < BANDS; m++) {
      int row = m;
      boolean all =
          java.util.stream.IntStream.range(0, FRAMES).allMatch(t -> hidden(values, row, t));
      hiddenBands += all ? 1 : 0;
    }
    for (int t = 0; t < FRAMES; t++) {
      int column = t;
      boolean all =
          java.util.stream.IntStream.range(0, BANDS).allMatch(m -> hidden(values, m, column));
      hiddenFrames += all ? 1 : 0;
    }
    assertThat(hiddenBands).as("seed %d", seed).isEqualTo(2);
    assertThat(hiddenFrames).as("seed %d", seed).isEqualTo(3);
    assertThat(values[0]).isZero();
    assertThat(values[values.length - 1]).isZero();
  }

  private static boolean hidden(float[] values, int band, int frame) {
    return values[1 + band * FRAMES + frame] == FILL;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shiftIsCircularAndTheSameInEveryBand(long seed) {
    float[] values = apply(new SpectrogramAugmentation(0, 0, 4, 0), seed);
    int shift = -1;
    for (int t = 0; t < FRAMES; t++) {
      shift = values[1 + t] == 0 ? t : shift;
    }
    assertThat(shift).as("seed %d", seed).isBetween(0, 3);
    for (int m = 0; m < BANDS; m++) {
      for (int t = 0; t < FRAMES; t++) {
        assertThat(values[1 + m * FRAMES + (t + shift) % FRAMES])
            .as("seed %d", seed)
            .isEqualTo(1000 * m + t);
      }
    }
  }

  @Test
  void gainIsOneConstantForAllCells() {
    float[] values = apply(new SpectrogramAugmentation(0, 0, 1, 0.5), 3);
    float gain = values[1];
    assertThat(gain).isNotZero();
    for (int k = 1; k < BANDS * FRAMES; k++) {
      assertThat(values[1 + k] - numbered()[1 + k])
          .isCloseTo(gain, org.assertj.core.data.Offset.offset(1e-3f));
    }
  }

  @Test
  void masksLargerThanTheSpectrogramHideAllOfIt() {
    float[] values = apply(new SpectrogramAugmentation(50, 0, 30, 0), 1);
    assertThat(Arrays.copyOfRange(values, 1, values.length - 1)).containsOnly(FILL);
  }

  @Test
  void sameSeedSameChanges() {
    SpectrogramAugmentation changes = new SpectrogramAugmentation(2, 2, 5, 1);
    assertThat(apply(changes, 9)).isEqualTo(apply(changes, 9));
    assertThat(apply(changes, 9)).isNotEqualTo(apply(changes, 10));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new SpectrogramAugmentation(1, 1, 0, 0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot augment spectrograms with these settings")
        .hasMessageContaining("1 bands, 1 frames, shift 0, gain 0.0")
        .hasMessageContaining("shift >= 1");
  }
}
