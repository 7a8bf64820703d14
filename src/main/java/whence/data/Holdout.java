package whence.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import whence.WhenceException;

/**
 * Training clips in two parts: what is learned from, and what a model may be chosen by.
 *
 * @param training the larger part
 * @param validation held out of it
 */
public record Holdout(ClipBank training, ValidationClips validation) {

  /**
   * Draws which clips are held out.
   *
   * @param clips of the training split
   * @param share of the clips to hold out, above 0, below 1; at least one clip stays on each side
   * @param seed equal seeds give equal parts
   * @throws WhenceException if the clips are of another split or fewer than 2, or the share is out
   *     of range
   */
  public static Holdout of(ClipBank clips, double share, long seed) {
    if (clips.split() != Split.TRAIN || clips.size() < 2 || !(share > 0 && share < 1)) {
      throw new WhenceException(
          "Cannot hold clips out for validation",
          share + " of " + clips.size() + " clips of " + clips.split().label(),
          "a share above 0 and below 1 of at least 2 clips of " + Split.TRAIN.label(),
          "choose by a part of the training clips; test clips are for the last number alone");
    }
    List<Integer> order = new ArrayList<>();
    for (int clip = 0; clip < clips.size(); clip++) {
      order.add(clip);
    }
    Collections.shuffle(order, new Random(seed));
    long wanted = Math.round(share * clips.size());
    int held = (int) Math.min(Math.max(wanted, 1), clips.size() - 1);
    return new Holdout(
        clips.subset(sorted(order.subList(held, order.size()))),
        new ValidationClips(clips, sorted(order.subList(0, held))));
  }

  private static int[] sorted(List<Integer> places) {
    return places.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
