package whence.engine;

import org.nd4j.linalg.api.buffer.DataType;
import whence.WhenceException;

/** The number formats a weights file may hold, by their safetensors names; all little-endian. */
public enum ElementType {
  /** IEEE 754 binary16. */
  F16(2, DataType.FLOAT16),
  /** IEEE 754 binary32. */
  F32(4, DataType.FLOAT),
  /** IEEE 754 binary64. */
  F64(8, DataType.DOUBLE),
  /** Two's complement, 64 bits. */
  I64(8, DataType.INT64);

  private final int bytes;
  private final DataType dataType;

  ElementType(int bytes, DataType dataType) {
    this.bytes = bytes;
    this.dataType = dataType;
  }

  /** Size of one number in bytes. */
  public int bytes() {
    return bytes;
  }

  /** The same format in ND4J. */
  public DataType dataType() {
    return dataType;
  }

  /**
   * The format of an ND4J array.
   *
   * @throws WhenceException for any type but FLOAT16, FLOAT, DOUBLE and INT64
   */
  static ElementType of(DataType type, String name) {
    for (ElementType candidate : values()) {
      if (candidate.dataType == type) {
        return candidate;
      }
    }
    throw new WhenceException(
        "Cannot store tensor " + name,
        "numbers of type " + type,
        "FLOAT16, FLOAT, DOUBLE or INT64",
        "cast it before it is stored");
  }
}
