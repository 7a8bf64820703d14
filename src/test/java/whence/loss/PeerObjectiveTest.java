package whence.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whence.WhenceException;

/**
 * The peers' objectives against numbers of published code where there are some ({@code
 * golden/oracle_ezvsl_lvs.json}: PyTorch in double, its provenance inside), and against slow loops
 * written from the formula.
 */
class PeerObjectiveTest {

  /** Both sides are double, and the file has twelve digits. Of the largest number. */
  private static final double GOLDEN = 1e-10;

  private static final double ROUNDING = 1e-10;

  private static JsonNode golden(String name) {
    return ObjectiveOracleTest.read("oracle_ezvsl_lvs.json").get("result").get(name);
  }

  /** EZ-VSL adds both directions, MaxPooledInfoNce takes their mean. */
  @ParameterizedTest
  @CsvSource({"ezvsl_tau0.03, 0.03", "ezvsl_tau0.07, 0.07"})
  void maxPooledInfoNceIsHalfOfThePublishedLossOfEzVsl(String name, double tau) {
    OracleBatch oracle = OracleBatch.golden();
    LossTerms terms = PeerObjective.MAX_POOLED_INFO_NCE.build(oracle.batch, tau);
    oracle.check(terms, 2, golden(name), GOLDEN);
  }

  @Test
  void triMapIsThePublishedLossOfLvs() {
    OracleBatch oracle = OracleBatch.golden();
    LossTerms terms = PeerObjective.TRI_MAP.build(oracle.batch, 0.07);
    oracle.check(terms, 1, golden("lvs_trimapTrue_NegTrue"), GOLDEN);
  }

  @ParameterizedTest
  @EnumSource(PeerObjective.class)
  void gradientAgreesWithDifferences(PeerObjective objective) {
    OracleBatch oracle = OracleBatch.drawn(51, 3, 4, 3);
    LossTerms terms = objective.build(oracle.batch, 0.5);
    assertThat(terms.parts().keySet()).containsExactlyElementsOf(objective.terms());
    oracle.checkGradient(terms, 51);
  }

  @ParameterizedTest
  @EnumSource(PeerObjective.class)
  void everyObjectiveStaysFiniteAtItsTemperature(PeerObjective objective) {
    OracleBatch oracle = OracleBatch.drawn(52, 4, 9, 3);
    LossTerms terms = objective.build(oracle.batch, objective.publishedTemperature());
    assertThat(oracle.value(terms, 1)).isFinite().isPositive();
  }

  @Test
  void attentionTripletAgreesWithTheFormulaWrittenAsLoops() {
    OracleBatch oracle = OracleBatch.drawn(53, 4, 5, 3);
    LossTerms terms = PeerObjective.ATTENTION_TRIPLET.build(oracle.batch, 0.3);
    double expected = 0;
    for (int i = 0; i < 4; i++) {
      double[] attended = PeerFormulas.attended(oracle, i);
      for (int j = 0; j < 4; j++) {
        if (j != i) {
          double own = PeerFormulas.distance(attended, oracle.sounds[i]) / 0.3;
          double other = PeerFormulas.distance(attended, oracle.sounds[j]) / 0.3;
          double mistaken = Math.exp(own) / (Math.exp(own) + Math.exp(other));
          expected += mistaken * mistaken / (4 * 3);
        }
      }
    }
    assertThat(oracle.value(terms, 1)).isCloseTo(expected, offset(ROUNDING));
  }

  @Test
  void tripletOfSoundsThatAreAllAlikeIsAQuarter() {
    double[] images = OracleBatch.drawn(54, 3, 2, 2).images[0][0];
    double[] raw = new double[3 * 2 * 2];
    for (int k = 0; k < raw.length; k++) {
      raw[k] = images[k % 2] + k;
    }
    OracleBatch oracle = new OracleBatch(raw, new double[] {1, 2, 1, 2, 1, 2}, 3, 2, 2);
    LossTerms terms = PeerObjective.ATTENTION_TRIPLET.build(oracle.batch, 0.07);
    assertThat(oracle.value(terms, 1)).isCloseTo(0.25, offset(ROUNDING));
  }

  @Test
  void triMapAgreesWithTheFormulaWrittenAsLoops() {
    OracleBatch oracle = OracleBatch.drawn(55, 4, 6, 3);
    LossTerms terms = PeerObjective.TRI_MAP.build(oracle.batch, 0.1);
    assertThat(oracle.value(terms, 1)).isCloseTo(PeerFormulas.triMap(oracle, 0.1), offset(1e-9));
  }

  @Test
  void triMapOfCosinesFarBelowTheThresholdsIsTheirMean() {
    // every cell of every image is opposite to every sound: all weights are equal and tiny
    double[] images = new double[2 * 3 * 2];
    Arrays.fill(images, -1);
    OracleBatch oracle = new OracleBatch(images, new double[] {1, 1, 1, 1}, 2, 3, 2);
    double value = oracle.value(PeerObjective.TRI_MAP.build(oracle.batch, 1), 1);
    // P = H = E = -1, the own sound's logit is 99
    double sum = 2 * Math.exp(-1) + Math.exp(99) + Math.exp(-1);
    assertThat(value).isCloseTo(Math.log(sum) + 1, offset(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void affinitiesAgreeWithTheFormulaWrittenAsLoops(double on) {
    OracleBatch oracle = OracleBatch.drawn(56, 4, 6, 3);
    LossTerms terms = PeerObjective.AFFINITY.build(oracle.batch, 0.2);
    double plain = PeerFormulas.maxPooled(oracle, 0.2);
    double expected = plain + on * 50 / 128 * PeerFormulas.affinities(oracle, 0.2);
    assertThat(oracle.value(terms, on)).isCloseTo(expected, offset(1e-9));
  }

  @Test
  void clipsThatAreAllAlikeHaveNoAffinityLoss() {
    double[] images = new double[3 * 2 * 2];
    Arrays.fill(images, 1);
    double[] sounds = new double[3 * 2];
    Arrays.fill(sounds, 1);
    OracleBatch oracle = new OracleBatch(images, sounds, 3, 2, 2);
    LossTerms terms = PeerObjective.AFFINITY.build(oracle.batch, 0.03);
    // a constant map has no sounding region, so all regions are alike too
    assertThat(oracle.value(terms, 1)).isCloseTo(Math.log(3), offset(ROUNDING));
  }

  @Test
  void aBatchOfOneIsRefused() {
    assertThatThrownBy(() -> OracleBatch.drawn(1, 1, 4, 3))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot build an objective")
        .hasMessageContaining("a batch of 1 clips of 4 cells")
        .hasMessageContaining("make the batches larger");
  }
}
