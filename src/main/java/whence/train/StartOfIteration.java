package whence.train;

/** With which weights an iteration starts. */
public enum StartOfIteration {
  /** With the weights and the optimiser's state of the previous iteration. The default. */
  WARM,
  /** With new random weights: only the labels carry over. */
  FRESH
}
