package whence.loss;

/** Which cells of an image are pulled towards its related sounds. */
public enum PositiveCells {
  /** The mean over the sounding region drawn by the previous iteration. The default. */
  REGION_MEAN,
  /**
   * The best cell of the whole map, as in iteration 0: intra-frame sampling of positives is off.
   */
  MAXIMUM
}
