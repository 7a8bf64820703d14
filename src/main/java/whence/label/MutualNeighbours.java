package whence.label;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Clips that are each among the other's k nearest by cosine of their sound embeddings.
 *
 * <p>A fixed cosine threshold does not do: as training spreads the embeddings its precision falls
 * from 0.9 to 0.03. Being among the nearest is relative, and being so mutually removes hubs.
 *
 * <ul>
 *   <li>A clip is never its own neighbour.
 *   <li>Ties are broken by the lower index, so the result is the same on every machine.
 *   <li>k of at least the number of other clips relates everything to everything.
 *   <li>Cost grows with the square of the number of clips: about 1 s for 3,000 clips of 128 numbers
 *       on one core.
 * </ul>
 */
final class MutualNeighbours {

  private MutualNeighbours() {}

  /**
   * Finds all relations.
   *
   * @param embeddings [N, C] of unit length
   * @param width C
   * @param k at least 0
   * @return for every clip the related ones in ascending order, itself left out
   */
  static int[][] find(float[] embeddings, int width, int k) {
    int clips = embeddings.length / width;
    int[][] nearest =
        IntStream.range(0, clips)
            .parallel()
            .mapToObj(i -> nearest(embeddings, width, i, k))
            .toArray(int[][]::new);
    return IntStream.range(0, clips)
        .mapToObj(
            i ->
                Arrays.stream(nearest[i])
                    .filter(j -> Arrays.binarySearch(nearest[j], i) >= 0)
                    .toArray())
        .toArray(int[][]::new);
  }

  /** The k nearest clips in ascending order of their index. */
  private static int[] nearest(float[] embeddings, int width, int clip, int k) {
    int clips = embeddings.length / width;
    int wanted = Math.min(k, clips - 1);
    int[] best = new int[wanted];
    float[] similarity = new float[wanted];
    int found = 0;
    for (int j = 0; j < clips; j++) {
      if (j == clip || wanted == 0) {
        continue;
      }
      float cosine = dot(embeddings, clip * width, j * width, width);
      if (found < wanted || cosine > similarity[found - 1]) {
        int place = found < wanted ? found++ : found - 1;
        for (; place > 0 && cosine > similarity[place - 1]; place--) {
          similarity[place] = similarity[place - 1];
          best[place] = best[place - 1];
        }
        similarity[place] = cosine;
        best[place] = j;
      }
    }
    Arrays.sort(best);
    return best;
  }

  private static float dot(float[] values, int a, int b, int length) {
    float sum = 0;
    for (int c = 0; c < length; c++) {
      sum += values[a + c] * values[b + c];
    }
    return sum;
  }
}
