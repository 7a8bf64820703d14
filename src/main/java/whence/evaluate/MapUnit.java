package whence.evaluate;

/** What the numbers of a localizer's maps mean. */
public enum MapUnit {
  /** Cosines in [-1, 1] between image and sound: their means are comparable between clips. */
  COSINE,
  /** Only their order, or their place between a map's own minimum and maximum, means anything. */
  ARBITRARY
}
