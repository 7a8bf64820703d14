package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class SeedBootstrapTest {

  private static final SeedBootstrap BOOTSTRAP = SeedBootstrap.defaults();

  @Test
  void seedsCountAlikeWhateverTheirClips() {
    Estimate estimate = BOOTSTRAP.mean(List.of(new double[] {1, 1, 1}, new double[] {0}));
    assertThat(estimate.value()).isEqualTo(0.5);
    assertThat(estimate.n()).isEqualTo(4);
    // both seeds may be drawn twice
    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isEqualTo(1);
  }

  /**
   * Variance of the drawn mean of S = 3 seeds of n = 500 clips: that of the seeds' means over S,
   * and p (1 - p) / (n S) of the clips.
   */
  @Test
  void bothVariancesAreInTheInterval() {
    double clips = 1.96 * Math.sqrt(0.25 / 1500);
    assertThat(half(0.5, 0.5, 0.5)).isCloseTo(clips, within(0.003));
    // 0.3, 0.5 and 0.7 have the variance 0.08 / 3
    double both = 1.96 * Math.sqrt(0.08 / 3 / 3 + 0.22 / 1500);
    assertThat(half(0.3, 0.5, 0.7)).isCloseTo(both, within(0.03));
  }

  @Test
  void oneSeedIsABootstrapOverClips() {
    double[] clips = new double[249];
    Arrays.fill(clips, 0, 199, 1);
    Estimate alone = BOOTSTRAP.mean(List.of(clips));
    Estimate plain = Bootstrap.defaults().mean(clips);
    assertThat(alone.value()).isEqualTo(plain.value());
    assertThat(alone.low()).isCloseTo(plain.low(), within(0.01));
    assertThat(alone.high()).isCloseTo(plain.high(), within(0.01));
  }

  @Test
  void equalInputsGiveEqualIntervalsAndNothingIsChanged() {
    double[] clips = {0, 1, 0.25};
    List<double[]> seeds = List.of(clips, new double[] {1, 0.5});
    assertThat(BOOTSTRAP.mean(seeds)).isEqualTo(BOOTSTRAP.mean(seeds));
    assertThat(clips).containsExactly(0, 1, 0.25);
  }

  @Test
  void nothingToDrawFromIsRefused() {
    assertThatThrownBy(() -> BOOTSTRAP.mean(List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot take the interval of a mean over seeds")
        .hasMessageContaining("at least one seed, each with at least one clip");
    assertThatThrownBy(() -> BOOTSTRAP.mean(List.of(new double[] {1}, new double[0])))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> new SeedBootstrap(0, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 draws");
  }

  /** Half the width of the interval of seeds with these shares of hits. */
  private static double half(double... shares) {
    List<double[]> seeds =
        Arrays.stream(shares)
            .mapToObj(
                share -> {
                  double[] hits = new double[500];
                  Arrays.fill(hits, 0, (int) Math.round(500 * share), 1);
                  return hits;
                })
            .toList();
    Estimate estimate = BOOTSTRAP.mean(seeds);
    return (estimate.high() - estimate.low()) / 2;
  }

  @Test
  void onTheSameClipsEqualSeedsAreNoSurerThanOne() {
    double[] clips = new double[249];
    Arrays.fill(clips, 0, 199, 1);
    Estimate three = BOOTSTRAP.meanOfSameClips(List.of(clips, clips, clips));
    Estimate one = Bootstrap.defaults().mean(clips);
    assertThat(three.value()).isCloseTo(one.value(), within(1e-12));
    assertThat(three.low()).isCloseTo(one.low(), within(0.01));
    assertThat(three.high()).isCloseTo(one.high(), within(0.01));
    assertThat(three.n()).isEqualTo(249);
    // the two stages would take them for 747 clips
    assertThat(BOOTSTRAP.mean(List.of(clips, clips, clips)).high()).isLessThan(three.high() - 0.01);
  }

  @Test
  void onTheSameClipsSeedsThatDifferWidenTheInterval() {
    double[] high = new double[400];
    double[] low = new double[400];
    Arrays.fill(high, 0.7);
    Arrays.fill(low, 0.3);
    Estimate both = BOOTSTRAP.meanOfSameClips(List.of(high, low));
    assertThat(both.value()).isCloseTo(0.5, within(1e-12));
    assertThat(both.low()).isCloseTo(0.3, within(1e-12));
    assertThat(both.high()).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void onTheSameClipsAnythingCanBeComputedAnew() {
    // The largest value of the drawn clips: of three clips the third is missed in 8 of 27 draws.
    double[] values = {1, 2, 3};
    Estimate largest =
        BOOTSTRAP.ofSameClips(
            2,
            3,
            (seed, times) -> {
              double most = Double.NaN;
              for (int i = 0; i < 3; i++) {
                most = times[i] > 0 ? values[i] + seed : most;
              }
              return most;
            });
    assertThat(largest).isEqualTo(new Estimate(3.5, 1.5, 4, 3));
    assertThat(BOOTSTRAP.meanOfSameClips(List.of(new double[] {1, Double.NaN})).toText())
        .isEqualTo("NaN");
  }

  @Test
  void seedsOfOtherClipsAreRefused() {
    assertThatThrownBy(
            () -> BOOTSTRAP.meanOfSameClips(List.of(new double[] {1, 0}, new double[] {1})))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("[2 clips, 1 clips]");
    assertThatThrownBy(() -> BOOTSTRAP.meanOfSameClips(List.of()))
        .isInstanceOf(WhenceException.class);
  }
}
