package whence.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import whence.WhenceException;

/**
 * Pairs every clip's frame with the sound of a clip of another class, for the control that asks how
 * much of a score comes from hearing.
 *
 * <p>Clips are set in a ring, class by class in shuffled order, and each takes the sound m places
 * further on, m being the size of the largest class.
 *
 * <ul>
 *   <li>No class has more than half of the clips: every sound is used exactly once.
 *   <li>One class has more: those of its clips that would meet their own class take the sounds of
 *       other classes in turn, which are then used more than once.
 *   <li>All clips of one class, one clip, or none: refused.
 * </ul>
 */
public final class SoundSwap {

  private SoundSwap() {}

  /**
   * Draws the pairing.
   *
   * @param classes class of each clip
   * @param seed equal seeds give equal pairings
   * @return for each clip, the index of the clip whose sound it gets
   */
  public static int[] draw(List<String> classes, long seed) {
    Map<String, Integer> sizes = new HashMap<>();
    classes.forEach(name -> sizes.merge(name, 1, Integer::sum));
    if (sizes.size() < 2) {
      throw new WhenceException(
          "Cannot swap the sounds of " + classes.size() + " clips",
          sizes.size() + " sound classes",
          "at least 2 sound classes",
          "leave the swapped-sound control out, or add clips of another class");
    }
    List<Integer> ring = ring(classes, new Random(seed));
    int largest = Collections.max(sizes.values());
    int[] soundOf = new int[classes.size()];
    for (int place = 0; place < ring.size(); place++) {
      int clip = ring.get(place);
      int other = ring.get((place + largest) % ring.size());
      soundOf[clip] = differ(classes, clip, other) ? other : otherClass(ring, classes, place);
    }
    return soundOf;
  }

  /** Clip indices, classes together, classes and clips within them in random order. */
  private static List<Integer> ring(List<String> classes, Random random) {
    List<String> order = new ArrayList<>(classes.stream().distinct().sorted().toList());
    Collections.shuffle(order, random);
    Map<String, Integer> rank = new HashMap<>();
    order.forEach(name -> rank.put(name, rank.size()));
    List<Integer> ring = new ArrayList<>();
    for (int clip = 0; clip < classes.size(); clip++) {
      ring.add(clip);
    }
    Collections.shuffle(ring, random);
    ring.sort(Comparator.comparingInt(clip -> rank.getOrDefault(classes.get(clip), 0)));
    return ring;
  }

  /** One of the clips of other classes, another one for each place. */
  private static int otherClass(List<Integer> ring, List<String> classes, int place) {
    int clip = ring.get(place);
    List<Integer> others = ring.stream().filter(other -> differ(classes, clip, other)).toList();
    return others.get(place % others.size());
  }

  private static boolean differ(List<String> classes, int a, int b) {
    return !classes.get(a).equals(classes.get(b));
  }
}
