package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class MinMaxTest {

  @Test
  void stretchesOverZeroToOne() {
    assertThat(MinMax.of(HeatMaps.row(-1, 0, 3)).values()).containsExactly(0, 0.25f, 1);
  }

  @Test
  void aConstantMapStaysAsItIs() {
    HeatMap map = HeatMaps.constant(3, 2, -0.25f);
    assertThat(MinMax.of(map)).isSameAs(map);
    HeatMap single = HeatMaps.row(9);
    assertThat(MinMax.of(single)).isSameAs(single);
  }

  @Test
  void rangesBeyondFloatStayFinite() {
    float big = Float.MAX_VALUE;
    assertThat(MinMax.of(HeatMaps.row(-big, 0, big)).values()).containsExactly(0, 0.5f, 1);
  }

  @Test
  void refusesInfinity() {
    assertThatThrownBy(() -> MinMax.of(HeatMaps.row(1, Float.POSITIVE_INFINITY)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot normalise a heat map")
        .hasMessageContaining("Infinity at row 0, column 1");
  }

  @Test
  void theLeastValueThatReachesAShareAgreesWithTheStretchToTheLastBit() {
    long seed = 8;
    Random random = new Random(seed);
    for (int trial = 0; trial < 2_000; trial++) {
      float low = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
      float high = low + Math.abs((float) (random.nextGaussian() * Math.pow(10, trial % 9 - 4)));
      if (high > low) {
        float share = trial % 3 == 0 ? 0.5f : random.nextFloat();
        float value = MinMax.valueOf(low, high, share);
        assertThat(MinMax.of(HeatMaps.row(low, value, high)).at(0, 1))
            .as("seed %d, trial %d", seed, trial)
            .isGreaterThanOrEqualTo(share);
        float before = Math.nextDown(value);
        if (before >= low) {
          assertThat(MinMax.of(HeatMaps.row(low, before, high)).at(0, 1))
              .as("seed %d, trial %d", seed, trial)
              .isLessThan(share);
        }
      }
    }
    assertThat(MinMax.valueOf(-2, 3, 0)).isEqualTo(-2);
    assertThat(MinMax.valueOf(-2, 3, 1)).isEqualTo(3);
    float big = Float.MAX_VALUE;
    assertThat(MinMax.of(HeatMaps.row(-big, MinMax.valueOf(-big, big, 0.5f), big)).at(0, 1))
        .isEqualTo(0.5f);
  }
}
