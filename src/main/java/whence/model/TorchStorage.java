package whence.model;

import java.util.Arrays;
import java.util.List;
import whence.engine.ElementType;

/**
 * A run of numbers a PyTorch file names.
 *
 * @param type format of the numbers
 * @param key the run's name in the file
 * @param length how many numbers
 */
record TorchStorage(Kind type, String key, long length) {
  /** The storage classes that are read. */
  enum Kind {
    HalfStorage(ElementType.F16),
    FloatStorage(ElementType.F32),
    DoubleStorage(ElementType.F64),
    LongStorage(ElementType.I64);

    final ElementType elements;

    Kind(ElementType elements) {
      this.elements = elements;
    }
  }

  /**
   * A tensor within a storage.
   *
   * @param storage the numbers
   * @param offset index of its first number
   * @param shape dimensions
   * @param strides numbers from one index to the next, for each dimension; any order
   */
  record Tensor(TorchStorage storage, long offset, List<Long> shape, List<Long> strides) {
    long length() {
      long length = 1;
      for (long dimension : shape) {
        length = Math.multiplyExact(length, dimension);
      }
      return length;
    }

    /** Index, from {@link #offset}, of the last number. */
    long span() {
      long span = 0;
      for (int i = 0; i < shape.size(); i++) {
        span = Math.addExact(span, Math.multiplyExact(shape.get(i) - 1, strides.get(i)));
      }
      return span;
    }
  }

  static List<Long> wholeNumbers(Object tuple) {
    return Arrays.stream((Object[]) tuple).map(n -> ((Number) n).longValue()).toList();
  }
}
