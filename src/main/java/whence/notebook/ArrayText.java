package whence.notebook;

import java.lang.reflect.Array;
import java.util.Locale;
import java.util.StringJoiner;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays as one short line; never all of their values. */
final class ArrayText {
  private static final int VALUES = 8;

  private static final int JAVA_VALUES = 20;

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

  /**
   * An array of Java: type, length and first values, such as {@code int[3] {1, 2, 3}}.
   *
   * @throws IllegalArgumentException if it is no array
   */
  static String ofJava(Object array) {
    int length = Array.getLength(array);
    StringJoiner values = new StringJoiner(", ", " {", "}");
    for (int i = 0; i < Math.min(JAVA_VALUES, length); i++) {
      Object value = Array.get(array, i);
      values.add(
          value != null && value.getClass().isArray() ? ofJava(value) : String.valueOf(value));
    }
    if (length > JAVA_VALUES) {
      values.add("…");
    }
    return array.getClass().getComponentType().getSimpleName() + "[" + length + "]" + values;
  }
}
