package whence.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.media.Waveform;

/**
 * One sound as a point of a plane.
 *
 * @param name said when it is chosen
 * @param group gives its colour, such as its class
 * @param x to the right, any unit, finite
 * @param y upward, any unit, finite
 * @param neighbours indices of points it is joined to while it is chosen; may be empty
 * @param sound what is played; null for a point that is only seen
 */
public record SoundPoint(
    String name,
    String group,
    double x,
    double y,
    List<Integer> neighbours,
    @Nullable Waveform sound) {

  /** Copies the list and checks the place. */
  public SoundPoint {
    neighbours = List.copyOf(neighbours);
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new WhenceException(
          "Cannot put " + name + " on a map of sounds",
          "the place (" + x + ", " + y + ")",
          "two finite numbers",
          "leave out sounds whose embedding is not finite");
    }
  }

  /** A point that is only seen. */
  public static SoundPoint of(String name, String group, double x, double y) {
    return new SoundPoint(name, group, x, y, List.of(), null);
  }

  /** The same, to be heard. */
  public SoundPoint withSound(Waveform other) {
    return new SoundPoint(name, group, x, y, neighbours, other);
  }

  /** The same, joined to other points while it is chosen. */
  public SoundPoint withNeighbours(List<Integer> others) {
    return new SoundPoint(name, group, x, y, others, sound);
  }
}
