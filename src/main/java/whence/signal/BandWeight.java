package whence.signal;

/** How high the triangle of a mel band is. */
public enum BandWeight {
  /** Height 1: wide bands gather more energy. */
  PEAK_ONE,
  /** Height 2 / (width in Hz), so that every band has the same area; librosa's {@code slaney}. */
  EQUAL_AREA
}
