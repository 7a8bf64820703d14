package whence.label;

import java.util.Arrays;
import java.util.List;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/**
 * What one iteration believes about every training clip, fixed while the next one learns.
 *
 * @param iteration the iteration that learns from these labels, at least 1
 * @param ids of the clips, in the order of all other parts
 * @param maps [h, w] correlation of each frame with its own sound, cosines
 * @param positive [h, w] cells taken as sounding
 * @param negative [h, w] cells taken as non-sounding; all others are ignored
 * @param related indices of the clips related to each clip, ascending, itself left out
 */
public record PseudoLabels(
    int iteration,
    List<String> ids,
    List<HeatMap> maps,
    List<Mask> positive,
    List<Mask> negative,
    List<int[]> related) {

  /** Copies the lists and checks that they go together. */
  public PseudoLabels {
    ids = List.copyOf(ids);
    maps = List.copyOf(maps);
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    related = List.copyOf(related);
    int n = ids.size();
    if (maps.size() != n || positive.size() != n || negative.size() != n || related.size() != n) {
      throw new IllegalArgumentException("Parts of pseudo-labels for different numbers of clips");
    }
  }

  /** Number of clips. */
  public int size() {
    return ids.size();
  }

  /** Whether two clips are related; every clip is related to itself. */
  public boolean areRelated(int clip, int other) {
    return clip == other || Arrays.binarySearch(related.get(clip), other) >= 0;
  }

  /** The same labels for another iteration, which is how frozen labels are kept. */
  public PseudoLabels forIteration(int other) {
    return new PseudoLabels(other, ids, maps, positive, negative, related);
  }
}
