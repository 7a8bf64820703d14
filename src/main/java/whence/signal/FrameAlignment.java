package whence.signal;

/** Where the first frame of a sound lies. */
public enum FrameAlignment {
  /** Frame t covers samples t * hop to t * hop + window: only whole frames, nothing invented. */
  INSIDE,
  /** Frame t is centred on sample t * hop; half a window of zeros is added at both ends. */
  CENTRED
}
