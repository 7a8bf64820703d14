package whence.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Order.statistic(values, rank))
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
    assertThat(Order.statistic(hill, n / 2)).isEqualTo(n / 4f);
    assertThat(Order.statistic(down, 0)).isEqualTo(1f - n);
    assertThat(Order.statistic(new float[n], n - 1)).isZero();
  }
}
