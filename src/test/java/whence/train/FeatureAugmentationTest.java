package whence.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class FeatureAugmentationTest {

  private static final int CELLS = 3;
  private static final int CHANNELS = 2_000;

  /** 1 + u in every channel of cell u, one number before and one behind. */
  private static float[] numbered() {
    float[] values = new float[CELLS * CHANNELS + 2];
    for (int k = 0; k < CELLS * CHANNELS; k++) {
      values[k + 1] = 1 + k / CHANNELS;
    }
    values[0] = 7;
    values[values.length - 1] = 8;
    return values;
  }

  private static float[] apply(FeatureAugmentation changes, long seed) {
    float[] values = numbered();
    changes.apply(values, 1, CELLS, CHANNELS, new SplittableRandom(seed));
    return values;
  }

  @Test
  void noneLeavesEverything() {
    assertThat(apply(FeatureAugmentation.none(), 1)).isEqualTo(numbered());
  }

  @Test
  void aChannelHasOneFactorInAllCells() {
    float[] values = apply(FeatureAugmentation.defaults(), 2);
    for (int c = 0; c < CHANNELS; c++) {
      for (int u = 1; u < CELLS; u++) {
        assertThat(values[1 + u * CHANNELS + c])
            .isCloseTo((1 + u) * values[1 + c], within(1e-5f * (1 + u)));
      }
    }
    assertThat(values[0]).isEqualTo(7);
    assertThat(values[values.length - 1]).isEqualTo(8);
  }

  @Test
  void factorsAndDropsAreAsOftenAsTheSettingsSay() {
    float[] factors =
        Arrays.copyOfRange(apply(new FeatureAugmentation(0.3, 0.1), 3), 1, 1 + CHANNELS);
    double dropped = 0;
    double squares = 0;
    for (float factor : factors) {
      dropped += factor == 0 ? 1 : 0;
      squares += factor == 0 ? 0 : Math.pow(Math.log(factor), 2);
    }
    // Three standard errors of a share of 0.1 and of a deviation of 0.3 among 2,000 draws.
    assertThat(dropped / CHANNELS).isCloseTo(0.1, within(0.02));
    assertThat(Math.sqrt(squares / (CHANNELS - dropped))).isCloseTo(0.3, within(0.015));
  }

  @Test
  void everySettingDrawsEquallyOften() {
    for (FeatureAugmentation changes :
        new FeatureAugmentation[] {FeatureAugmentation.none(), new FeatureAugmentation(2, 0.9)}) {
      SplittableRandom random = new SplittableRandom(4);
      changes.apply(numbered(), 1, CELLS, CHANNELS, random);
      SplittableRandom reference = new SplittableRandom(4);
      FeatureAugmentation.defaults().apply(numbered(), 1, CELLS, CHANNELS, reference);
      assertThat(random.nextLong()).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void sameSeedSameChanges() {
    FeatureAugmentation changes = FeatureAugmentation.defaults();
    assertThat(apply(changes, 9)).isEqualTo(apply(changes, 9));
    assertThat(apply(changes, 9)).isNotEqualTo(apply(changes, 10));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new FeatureAugmentation(0.3, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot augment features with these settings")
        .hasMessageContaining("scale deviation 0.3, drop share 1.0")
        .hasMessageContaining("share in [0, 1)")
        .hasMessageContaining("FeatureAugmentation.defaults()");
    assertThatThrownBy(() -> new FeatureAugmentation(Double.NaN, 0))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> new FeatureAugmentation(-1, 0)).isInstanceOf(WhenceException.class);
  }
}
