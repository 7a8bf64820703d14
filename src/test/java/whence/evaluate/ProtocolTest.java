package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

class ProtocolTest {

  private static final HeatMap UPPER_HALF = Scores.boxMap(0, 0, 112, 224, 1);

  @Test
  void everyProtocolSaysWhatItDoes() {
    assertThat(Arrays.stream(Protocol.values()).map(Protocol::description))
        .containsExactly(
            "whence: map to 224 x 224 (bilinear, half-pixel centres), min-max, threshold >= 0.5;"
                + " size-adaptive: the k - 1 highest pixels, k pixels of truth; boxes cut off at"
                + " the frame; cIoU, 0 for an empty truth",
            "lvs: map to 224 x 224 (bilinear, half-pixel centres), min-max, threshold > median, or"
                + " the maximum; negative coordinates count from the far edge; cIoU, NaN where"
                + " truth and prediction are both empty",
            "ez-vsl: map to 224 x 224 (bilinear, aligned corners), min-max, threshold >= median;"
                + " negative coordinates count from the far edge; cIoU, NaN where truth and"
                + " prediction are both empty",
            "slavc: map to 224 x 224 (bicubic (a = -0.75), aligned corners), min-max, threshold >="
                + " median; negative coordinates count from the far edge; cIoU, NaN where truth and"
                + " prediction are both empty",
            "align: map to 224 x 224 (bilinear, aligned corners), min-max, threshold > median;"
                + " size-adaptive: the k - 1 highest pixels, k pixels of truth; negative"
                + " coordinates count from the far edge; cIoU, NaN where truth and prediction are"
                + " both empty",
            "sspl-fixed: map to 224 x 224 (bilinear, half-pixel centres), min-max, threshold >= 0.5"
                + " (a constant map predicts nothing); negative coordinates count from the far"
                + " edge; cIoU, NaN where truth and prediction are both empty",
            "dsol: map to 224 x 224 (bilinear, half-pixel centres), values as they are, threshold >"
                + " half of the maximum; negative coordinates count from the far edge; cIoU, NaN"
                + " where truth and prediction are both empty",
            "avsbench: map to 224 x 224 (bilinear, half-pixel centres), values as they are,"
                + " threshold > 0.5; boxes cut off at the frame; IoU, for an empty truth the share"
                + " of pixels left out");
  }

  /** The way described, step by step, without the short cuts of the implementation. */
  @ParameterizedTest
  @EnumSource(Protocol.class)
  void shortCutsAgreeWithTheWayDescribed(Protocol protocol) {
    long seed = 21;
    Random random = new Random(seed);
    for (int trial = 0; trial < 20; trial++) {
      int side = 5 + random.nextInt(12);
      float[] values = new float[side * side];
      for (int i = 0; i < values.length; i++) {
        values[i] = trial % 2 == 0 ? random.nextFloat() : random.nextInt(4) - 1.5f;
      }
      HeatMap map = new HeatMap(side, side, values);
      assertThat(protocol.ciou(map, UPPER_HALF))
          .as("seed %d, trial %d", seed, trial)
          .isCloseTo(Overlap.ciou(described(protocol, map), UPPER_HALF), within(1e-4));
    }
  }

  private static Mask described(Protocol protocol, HeatMap map) {
    Resize resize =
        switch (protocol) {
          case EZ_VSL, ALIGN -> Resize.BILINEAR_ALIGNED;
          case SLAVC -> Resize.BICUBIC_ALIGNED;
          default -> Resize.BILINEAR;
        };
    HeatMap large = resize.to(map, 224, 224);
    HeatMap stretched = MinMax.of(large);
    return switch (protocol) {
      case WHENCE, SSPL_FIXED -> Threshold.atLeast(stretched, 0.5);
      case LVS, ALIGN -> Threshold.aboveMedian(stretched);
      case EZ_VSL, SLAVC -> Threshold.atOrAboveMedian(stretched);
      case DSOL -> Threshold.atLeast(large, Math.nextUp(largest(large) / 2));
      case AVSBENCH -> Threshold.atLeast(large, Math.nextUp(0.5f));
    };
  }

  private static float largest(HeatMap map) {
    float largest = map.values()[0];
    for (float value : map.values()) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** What a constant map scores on a truth of half the frame, by its value. */
  @ParameterizedTest
  @CsvSource({
    "WHENCE, 0.75, 0.5",
    "WHENCE, 0.25, 0",
    "LVS, 0, 0.5",
    "LVS, -0.25, 0",
    "EZ_VSL, -0.25, 0.5",
    "SLAVC, -0.25, 0.5",
    "ALIGN, 0.75, 0",
    "SSPL_FIXED, 0.75, 0",
    "DSOL, 0.1, 0.5",
    "DSOL, 0, 0",
    "DSOL, -1, 0",
    "AVSBENCH, 0.75, 0.5",
    "AVSBENCH, 0.5, 0"
  })
  void constantMapsAreEverythingOrNothing(Protocol protocol, float value, double expected) {
    assertThat(protocol.ciou(HeatMaps.constant(7, 7, value), UPPER_HALF)).isEqualTo(expected);
    String said = protocol.ofConstantMap();
    assertThat(said.startsWith("everything")).isEqualTo(expected > 0 || said.contains("else"));
    assertThat(said.startsWith("nothing")).isEqualTo(!said.contains("everything"));
    assertThat(protocol.adaptiveCiou(HeatMaps.constant(7, 7, value), UPPER_HALF)).isZero();
  }

  @Test
  void everyProtocolSaysWhatItMakesOfAConstantMap() {
    assertThat(Arrays.stream(Protocol.values()).map(Protocol::ofConstantMap))
        .containsExactly(
            "everything where the value is at least 0.5, else nothing; size-adaptive nothing",
            "everything where the value is at least 0, else nothing",
            "everything",
            "everything",
            "nothing",
            "nothing",
            "everything where the value is above 0, else nothing",
            "everything where the value is above 0.5, else nothing");
  }

  @Test
  void aPlateauAtTheMaximumIsPredictedByLvsAlone() {
    HeatMap mostlyMaximum = Scores.boxMap(0, 0, 168, 224, 1);
    assertThat(Protocol.LVS.ciou(mostlyMaximum, UPPER_HALF)).isEqualTo(112 / 168.0);
    assertThat(Protocol.ALIGN.ciou(mostlyMaximum, UPPER_HALF)).isZero();
  }

  @Test
  void nothingToFind() {
    HeatMap nothing = HeatMaps.constant(224, 224, 0);
    HeatMap quarter = Scores.boxMap(0, 0, 112, 112, 1);
    for (Protocol protocol : Protocol.values()) {
      double found = protocol.ciou(quarter, nothing);
      double left = protocol == Protocol.AVSBENCH ? 0.75 : 0;
      assertThat(found).as(protocol.label()).isEqualTo(left);
    }
    HeatMap none = HeatMaps.constant(224, 224, -1);
    assertThat(Protocol.AVSBENCH.ciou(none, nothing)).isEqualTo(1);
    assertThat(Protocol.WHENCE.ciou(none, nothing)).isZero();
    for (Protocol protocol :
        new Protocol[] {Protocol.LVS, Protocol.ALIGN, Protocol.SSPL_FIXED, Protocol.DSOL}) {
      assertThat(protocol.ciou(none, nothing)).as(protocol.label()).isNaN();
    }
    assertThat(Protocol.ALIGN.adaptiveCiou(none, nothing)).isNaN();
    assertThat(Protocol.WHENCE.adaptiveCiou(none, nothing)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void notANumberAndInfinityAreRefused(Protocol protocol) {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> protocol.ciou(HeatMaps.constant(7, 7, bad), UPPER_HALF))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining(bad + " at row 0, column 0");
    }
  }

  @Test
  void preparingStretches() {
    HeatMap prepared = Protocol.WHENCE.prepare(new HeatMap(1, 2, new float[] {-3, 5}));
    assertThat(prepared.at(0, 0)).isZero();
    assertThat(prepared.at(223, 223)).isEqualTo(1);
    assertThat(Protocol.WHENCE.predict(prepared).count()).isEqualTo(224 * 112);
  }
}
