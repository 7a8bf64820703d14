package whence.notebook;

import java.util.Locale;
import java.util.StringJoiner;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays as one short line. */
final class ArrayText {
  private static final int VALUES = 8;

  private ArrayText() {}

  /** Type, shape and the first values in row order, such as {@code FLOAT [2, 3] (1, 2, 3, ...)}. */
  static String of(INDArray array) {
    StringJoiner shape = new StringJoiner(", ", "[", "]");
    for (long size : array.shape()) {
      shape.add(Long.toString(size));
    }
    StringJoiner values = new StringJoiner(", ", " (", ")");
    for (long i = 0; i < Math.min(VALUES, array.length()); i++) {
      values.add(String.format(Locale.ROOT, "%.4g", array.getDouble(i)));
    }
    if (array.length() > VALUES) {
      values.add("…");
    }
    return array.dataType() + " " + shape + values;
  }
}
