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
   */
  record Tensor(TorchStorage storage, long offset, List<Long> shape) {
    long length() {
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

  /** Whether {@code strides} are those of c-order; dimensions of size 1 may have any. */
  static boolean isRowMajor(List<Long> shape, long[] strides) {
    long want = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      if (shape.get(i) != 1 && strides[i] != want) {
        return false;
      }
      want *= shape.get(i);
    }
    return true;
  }

  static long[] wholeNumbers(Object tuple) {
    return Arrays.stream((Object[]) tuple).mapToLong(n -> ((Number) n).longValue()).toArray();
  }
}
