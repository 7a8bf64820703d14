package whence.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

  /** Draws whose sound each frame gets, again and again. */
  @FunctionalInterface
  public interface Pairing {
    /**
     * One draw.
     *
     * @param seed equal seeds give equal pairings
     * @return for each clip, the index of the clip whose sound it gets; empty where a clip would
     *     have none
     */
    Optional<int[]> draw(long seed);
  }

  /**
   * Sounds of clips of another class, as {@link #draw} gives them.
   *
   * @param classes class of each clip; of fewer than two there is no pairing
   */
  public static Pairing amongClasses(List<String> classes) {
    List<String> copy = List.copyOf(classes);
    boolean several = copy.stream().distinct().count() > 1;
    return seed -> several ? Optional.of(draw(copy, seed)) : Optional.empty();
  }

  /**
   * Sounds of which nothing can be seen in the frame that gets them. The ring is that of {@link
   * #draw}; a clip for which the sound m places further on will not do takes the next one that
   * does.
   *
   * @param sounding what sounds in each clip, at least one name
   * @param visible what can be seen in each clip, as many
   */
  public static Pairing offScreen(List<Set<String>> sounding, List<Set<String>> visible) {
    List<String> names =
        sounding.stream().map(heard -> String.join(" ", new TreeSet<>(heard))).toList();
    Map<String, Integer> sizes = new HashMap<>();
    names.forEach(name -> sizes.merge(name, 1, Integer::sum));
    int largest = sizes.isEmpty() ? 0 : Collections.max(sizes.values());
    return seed -> {
      List<Integer> ring = ring(names, new Random(seed));
      int[] soundOf = new int[names.size()];
      for (int place = 0; place < ring.size(); place++) {
        int clip = ring.get(place);
        int step = largest;
        while (step < largest + ring.size()
            && !Collections.disjoint(
                sounding.get(ring.get((place + step) % ring.size())), visible.get(clip))) {
          step++;
        }
        if (step == largest + ring.size()) {
          return Optional.empty();
        }
        soundOf[clip] = ring.get((place + step) % ring.size());
      }
      return Optional.of(soundOf);
    };
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
