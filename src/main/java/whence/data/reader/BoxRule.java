package whence.data.reader;

/**
 * What becomes of a box with a negative coordinate. Coordinates beyond the far edge are cut off by
 * every rule.
 */
public enum BoxRule {
  /** The box is cut off at the frame. */
  CLIPPED("boxes cut off at the frame") {
    @Override
    int place(int coordinate) {
      return Math.min(Math.max(coordinate, 0), ClipTruth.SIZE);
    }
  },
  /**
   * As the field's code has it, where boxes are Python slices: -4 stands for 220, so such a box
   * turns up at the far edge or vanishes.
   */
  FROM_THE_FAR_EDGE("negative coordinates count from the far edge") {
    @Override
    int place(int coordinate) {
      return CLIPPED.place(coordinate < 0 ? coordinate + ClipTruth.SIZE : coordinate);
    }
  };

  private final String description;

  BoxRule(String description) {
    this.description = description;
  }

  /** What a protocol prints. */
  public String description() {
    return description;
  }

  /** The row or column between 0 and 224 that a coordinate stands for. */
  abstract int place(int coordinate);
}
