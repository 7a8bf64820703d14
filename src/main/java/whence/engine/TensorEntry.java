package whence.engine;

import java.util.List;

/**
 * Where one tensor lies in a safetensors file.
 *
 * @param type number format
 * @param shape dimensions, empty for a scalar; numbers follow in c-order (last dimension fastest)
 * @param begin first byte, counted from the start of the data part
 * @param end byte after the last
 */
public record TensorEntry(ElementType type, List<Long> shape, long begin, long end) {
  /** Copies the shape. */
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** How many numbers the shape holds; 1 for a scalar. */
  public long length() {
    long length = 1;
    for (long dimension : shape) {
      length = Math.multiplyExact(length, dimension);
    }
    return length;
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
