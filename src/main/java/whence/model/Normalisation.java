package whence.model;

/** What keeps the activations of the trained layers at unit scale. */
public enum Normalisation {
  /** Batch normalisation: moments of the batch in training, running moments in inference. */
  BATCH,
  /**
   * Only at the start: biases and weights are set so that every layer's output has mean 0 and
   * variance 1 on one batch of data. Costs nothing in a training step. Source: Krähenbühl et al.,
   * "Data-dependent initializations of convolutional neural networks", ICLR 2016.
   */
  DATA_DEPENDENT_START
}
