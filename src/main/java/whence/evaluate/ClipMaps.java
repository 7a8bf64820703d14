package whence.evaluate;

/**
 * The maps of one localizer over the clips of one split. Maps are drawn as they are asked for, so
 * that memory does not grow with the number of clips; every iteration starts anew.
 */
public interface ClipMaps extends Iterable<ClipMap> {

  /** The localizer's name in tables, such as {@code model}. */
  String localizer();

  /** What the numbers of the maps mean. */
  MapUnit unit();
}
