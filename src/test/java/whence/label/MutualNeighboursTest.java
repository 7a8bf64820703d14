package whence.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutualNeighboursTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithSortingEverything(long seed) {
    Random random = new Random(seed);
    int clips = 2 + random.nextInt(30);
    int width = 1 + random.nextInt(4);
    int k = random.nextInt(clips + 2);
    float[] embeddings = new float[clips * width];
    for (int c = 0; c < embeddings.length; c++) {
      embeddings[c] = random.nextInt(5) - 2; // whole numbers: many exact ties
    }
    assertThat(MutualNeighbours.find(embeddings, width, k))
        .as("seed %d, %d clips of %d numbers, k = %d", seed, clips, width, k)
        .isDeepEqualTo(slow(embeddings, width, k));
  }

  private static int[][] slow(float[] embeddings, int width, int k) {
    int clips = embeddings.length / width;
    List<List<Integer>> nearest =
        IntStream.range(0, clips)
            .mapToObj(
                i ->
                    IntStream.range(0, clips)
                        .filter(j -> j != i)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> -dot(embeddings, width, i, j)))
                        .limit(k)
                        .toList())
            .toList();
    return IntStream.range(0, clips)
        .mapToObj(
            i ->
                IntStream.range(0, clips)
                    .filter(j -> nearest.get(i).contains(j) && nearest.get(j).contains(i))
                    .toArray())
        .toArray(int[][]::new);
  }

  private static double dot(float[] embeddings, int width, int i, int j) {
    return IntStream.range(0, width)
        .mapToDouble(c -> embeddings[i * width + c] * embeddings[j * width + c])
        .sum();
  }

  @Test
  void aHubIsNotEverybodysRelation() {
    // 0 is nearest to all others; of them it returns only the nearest one's interest
    float[] embeddings = {1, 0, 0.9f, 0.1f, 0.8f, -0.5f, 0.7f, 0.6f};
    int[][] related = MutualNeighbours.find(embeddings, 2, 1);
    assertThat(related[0]).containsExactly(1);
    assertThat(related[1]).containsExactly(0);
    assertThat(related[2]).isEmpty();
    assertThat(related[3]).isEmpty();
  }

  @Test
  void tiesGoToTheLowerIndex() {
    float[] same = {1, 1, 1, 1};
    assertThat(MutualNeighbours.find(same, 1, 1)).isDeepEqualTo(new int[][] {{1}, {0}, {}, {}});
  }

  @Test
  void noNeighboursAndMoreThanThereAre() {
    float[] embeddings = {1, 0.5f, -1};
    assertThat(MutualNeighbours.find(embeddings, 1, 0)).isDeepEqualTo(new int[][] {{}, {}, {}});
    assertThat(MutualNeighbours.find(embeddings, 1, 99))
        .isDeepEqualTo(new int[][] {{1, 2}, {0, 2}, {0, 1}});
    assertThat(MutualNeighbours.find(new float[] {1}, 1, 5)).isDeepEqualTo(new int[][] {{}});
  }
}
