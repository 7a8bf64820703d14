package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
  void aMeanComputedAnewOfEveryDrawHasTheIntervalOfAMean() {
    double[] values = new Random(3).doubles(50).toArray();
    Estimate anew =
        BOOTSTRAP
            .ofDraws(
                50,
                times -> {
                  double sum = 0;
                  for (int i = 0; i < 50; i++) {
                    sum += times[i] * values[i];
                  }
                  return new double[] {sum / 50};
                })
            .get(0);
    Estimate mean = BOOTSTRAP.mean(values);
    assertThat(anew.value()).isCloseTo(mean.value(), within(1e-12));
    assertThat(anew.low()).isCloseTo(mean.low(), within(1e-12));
    assertThat(anew.high()).isCloseTo(mean.high(), within(1e-12));
    assertThat(anew.n()).isEqualTo(50);
  }

  @Test
  void drawsWithoutANumberAreLeftOut() {
    List<Estimate> some =
        BOOTSTRAP.ofDraws(
            3,
            times -> new double[] {times[0] == 0 ? Double.NaN : times[0], times[0] == 1 ? 0.5 : 2});
    assertThat(some.get(0)).isEqualTo(new Estimate(1, 1, 3, 3));
    assertThat(some.get(1)).isEqualTo(new Estimate(0.5, 0.5, 2, 3));
    assertThat(BOOTSTRAP.ofDraws(3, times -> new double[] {Double.NaN}).get(0).toText())
        .isEqualTo("NaN");
  }

  @Test
  void severalColumnsGiveWhatEachGivesAlone() {
    Random random = new Random(3);
    List<double[]> columns =
        IntStream.range(0, 519).mapToObj(k -> random.doubles(50).toArray()).toList();
    Bootstrap few = new Bootstrap(37, 1);
    assertThat(few.means(columns))
        .containsExactlyElementsOf(columns.stream().map(few::mean).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void columnsOfDifferentClipsAreRefused() {
    assertThatThrownBy(() -> BOOTSTRAP.means(List.of(new double[3], new double[4])))
        .hasMessageContaining("columns of different lengths")
        .hasMessageContaining("the same 3 clips");
  }

  @Test
  void notANumberGivesNotANumber() {
    Estimate estimate = BOOTSTRAP.mean(new double[] {0.5, Double.NaN});
    assertThat(estimate).isEqualTo(Estimate.undefined(2));
    assertThat(estimate.toText()).isEqualTo("NaN");
  }

  @Test
  void pairedDifferencesAreSharperThanUnpairedOnes() {
    long seed = 12;
    Random random = new Random(seed);
    double[] hard = random.doubles(400).toArray();
    double[] better = new double[400];
    for (int i = 0; i < 400; i++) {
      better[i] = hard[i] + 0.01 + 0.05 * random.nextGaussian();
    }
    PairedDifference difference = BOOTSTRAP.difference(better, hard);
    // Standard error of the difference 0.05 / 20 = 0.0025; of each mean 0.29 / 20 = 0.014.
    assertThat(difference.mean().value()).as("seed %d", seed).isCloseTo(0.01, within(0.008));
    assertThat(difference.mean().high() - difference.mean().low())
        .as("seed %d", seed)
        .isCloseTo(2 * 1.96 * 0.0025, within(0.002));
    assertThat(difference.shareAbove()).isGreaterThan(0.9);
    assertThat(BOOTSTRAP.difference(hard, better).shareAbove()).isLessThan(0.1);
  }

  @Test
  void anExactTestOfThreeClipsAgrees() {
    // Differences 1, 1, -1: of the 27 equally likely draws, 20 have a mean above 0.
    PairedDifference difference =
        new Bootstrap(20_000, 5).difference(new double[] {1, 1, 0}, new double[] {0, 0, 1});
    assertThat(difference.mean().value()).isEqualTo(1 / 3.0);
    assertThat(difference.shareAbove()).isCloseTo(20 / 27.0, within(0.01));
  }

  @Test
  void equalOrMissingClipsHaveNoDifference() {
    double[] values = {0.1, 0.9};
    assertThat(BOOTSTRAP.difference(values, values))
        .isEqualTo(new PairedDifference(new Estimate(0, 0, 0, 2), 0));
    PairedDifference undefined = BOOTSTRAP.difference(values, new double[] {0, Double.NaN});
    assertThat(undefined.mean().value()).isNaN();
    assertThat(undefined.shareAbove()).isNaN();
    assertThatThrownBy(() -> BOOTSTRAP.difference(values, new double[1]))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compare two localizers\n"
                + "  got:      2 and 1 clips\n"
                + "  expected: the same clips for both\n"
                + "  cure:     leave out the clips that only one of them has");
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
