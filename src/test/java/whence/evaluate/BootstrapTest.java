package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class BootstrapTest {

  private static final Bootstrap BOOTSTRAP = Bootstrap.defaults();

  @Test
  void twoHundredFortyNineClipsAtFourFifthsAreUncertainByFivePoints() {
    double[] hits = new double[249];
    Arrays.fill(hits, 0, 199, 1);
    Estimate estimate = BOOTSTRAP.mean(hits);
    // Normal approximation: 1.96 sqrt(0.8 0.2 / 249) = 0.0497; 0.008 allows 2,000 draws of steps
    // 1/249.
    assertThat(estimate.value()).isEqualTo(199 / 249.0);
    assertThat(estimate.low()).isCloseTo(199 / 249.0 - 0.0497, within(0.008));
    assertThat(estimate.high()).isCloseTo(199 / 249.0 + 0.0497, within(0.008));
    assertThat(estimate.n()).isEqualTo(249);
  }

  @Test
  void intervalsHoldTheTruthAboutNineteenTimesOfTwenty() {
    long seed = 77;
    Random random = new Random(seed);
    int held = 0;
    for (int trial = 0; trial < 200; trial++) {
      Estimate estimate = new Bootstrap(400, trial).mean(random.doubles(100).toArray());
      held += estimate.low() <= 0.5 && 0.5 <= estimate.high() ? 1 : 0;
    }
    // 190 expected; 178 is four standard deviations below, and the bootstrap is slightly narrow.
    assertThat(held).as("seed %d", seed).isBetween(176, 200);
  }

  @Test
  void oneClipOrEqualClipsHaveNoWidth() {
    assertThat(BOOTSTRAP.mean(new double[] {0.3})).isEqualTo(new Estimate(0.3, 0.3, 0.3, 1));
    Estimate equal = BOOTSTRAP.mean(new double[] {0.5, 0.5, 0.5, 0.5});
    assertThat(equal).isEqualTo(new Estimate(0.5, 0.5, 0.5, 4));
    assertThat(new Bootstrap(1, 4).mean(new double[] {1, 1}).high()).isEqualTo(1);
  }

  @Test
  void equalSeedsGiveEqualIntervals() {
    double[] values = new Random(3).doubles(50).toArray();
    assertThat(new Bootstrap(500, 8).mean(values)).isEqualTo(new Bootstrap(500, 8).mean(values));
    assertThat(new Bootstrap(500, 9).mean(values)).isNotEqualTo(new Bootstrap(500, 8).mean(values));
  }

  @Test
  void refusesNoClipsAndNoDraws() {
    assertThatThrownBy(() -> BOOTSTRAP.mean(new double[0]))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot take the interval of a mean\n"
                + "  got:      no clip\n"
                + "  expected: at least one clip\n"
                + "  cure:     leave a metric out where no clip has it");
    assertThatThrownBy(() -> new Bootstrap(0, 1)).hasMessageContaining("0 draws");
  }

  @Test
  void estimatesAreCheckedAndWrittenWithThreeDigits() {
    assertThat(new Estimate(0.5236, 0.4801, 0.568, 500).toText()).isEqualTo("0.524 [0.480, 0.568]");
    assertThatThrownBy(() -> new Estimate(0.5, 0.6, 0.4, 5))
        .hasMessageContaining("0.5 [0.6, 0.4] from 5 clips");
    assertThatThrownBy(() -> new Estimate(Double.NaN, 0, 1, 5)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Estimate(0.5, 0.5, 0.5, 0)).hasMessageContaining("0 clips");
  }
}
