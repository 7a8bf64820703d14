package whence.train;

/** Whether labels follow the network. */
public enum LabelRenewal {
  /** Every iteration learns from labels of the one before. The method. */
  EVERY_ITERATION,
  /** All iterations learn from the labels of iteration 1. The control. */
  FROZEN
}
