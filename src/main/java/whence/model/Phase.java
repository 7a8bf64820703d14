package whence.model;

/** What a graph is built for. */
public enum Phase {
  /** With gradients; batch moments where layers are normalised by batch. */
  TRAINING,
  /** Forward only; running moments where layers are normalised by batch. */
  INFERENCE
}
