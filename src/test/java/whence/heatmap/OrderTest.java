package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void everyRankAgreesWithASort() {
    long seed = 5;
    Random random = new Random(seed);
    for (int length = 1; length <= 40; length++) {
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        values[i] = random.nextInt(8) - 4; // many ties
      }
      float[] before = values.clone();
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      for (int rank = 0; rank < length; rank++) {
        assertThat(statistic(values, rank))
            .as("rank %d of %d, seed %d", rank, length, seed)
            .isEqualTo(sorted[rank]);
      }
      assertThat(values).isEqualTo(before);
    }
  }

  @Test
  void sortedReversedAndPeakedMapsAreNoTrouble() {
    int n = 50_176;
    float[] hill = new float[n];
    float[] down = new float[n];
    for (int i = 0; i < n; i++) {
      hill[i] = Math.min(i, n - 1 - i);
      down[i] = -i;
    }
    assertThat(statistic(hill, n / 2)).isEqualTo(n / 4f);
    assertThat(statistic(down, 0)).isEqualTo(1f - n);
    assertThat(statistic(new float[n], n - 1)).isZero();
  }

  @Test
  void rangesThatOverflowOrVanishAreNoTrouble() {
    float big = Float.MAX_VALUE;
    assertThat(statistic(new float[] {big, -big, 1, 0}, 2)).isEqualTo(1);
    float tiny = Float.MIN_VALUE;
    assertThat(statistic(new float[] {2 * tiny, 0, 3 * tiny, tiny}, 2)).isEqualTo(2 * tiny);
    assertThat(statistic(new float[] {-tiny, tiny}, 0)).isEqualTo(-tiny);
    assertThat(statistic(new float[] {4}, 0)).isEqualTo(4);
  }

  @Test
  void countsAgreeWithCounting() {
    long seed = 6;
    Random random = new Random(seed);
    float[] values = new float[3_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 0 ? random.nextInt(20) : (float) random.nextGaussian();
    }
    Order order = Order.of(new HeatMap(30, 100, values));
    for (int trial = 0; trial < 300; trial++) {
      float threshold = trial % 2 == 0 ? random.nextInt(24) - 2 : values[random.nextInt(3_000)];
      int count = 0;
      for (float value : values) {
        count += value >= threshold ? 1 : 0;
      }
      assertThat(order.countAtLeast(threshold)).as("seed %d", seed).isEqualTo(count);
    }
    assertThat(order.countAtLeast(Float.NEGATIVE_INFINITY)).isEqualTo(3_000);
    assertThat(order.countAtLeast(Float.POSITIVE_INFINITY)).isZero();
    Order constant = Order.of(HeatMaps.constant(3, 3, 2));
    assertThat(constant.countAtLeast(2)).isEqualTo(9);
    assertThat(constant.countAtLeast(Math.nextUp(2f))).isZero();
    assertThat(constant.median()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatThrownBy(() -> Order.of(HeatMaps.row(1, Float.NaN)))
        .hasMessageContaining("Cannot order the values of a heat map")
        .hasMessageContaining("NaN at row 0, column 1");
  }

  private static float statistic(float[] values, int rank) {
    return Order.of(new HeatMap(1, values.length, values)).statistic(rank);
  }
}
