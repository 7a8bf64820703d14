package whence.loss;

/** How the non-sounding cells of a clip's own frame enter the objective as negatives. */
public enum HardCells {
  /** Not at all: intra-frame sampling of negatives is off. */
  NONE,
  /** The single cell of highest correlation. The default, and the best of the three measured. */
  MAXIMUM,
  /** The k cells of highest correlation, by their log-sum-exp. */
  HIGHEST,
  /** All non-sounding cells, by their log-sum-exp. */
  ALL
}
