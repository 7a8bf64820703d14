package whence.engine;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Moves numbers between Java arrays and tensors.
 *
 * <p>Every tensor made here belongs to the caller, who closes it. All are FLOAT32, c-order and
 * contiguous, which is what oneDNN needs to be reached.
 */
public final class Tensors {

  private Tensors() {}

  /** A new tensor of the given shape, filled with zeros. */
  public static INDArray zeros(long... shape) {
    return Nd4j.zeros(DataType.FLOAT, shape);
  }

  /** A new tensor holding a copy of {@code values} in c-order. */
  public static INDArray of(float[] values, long... shape) {
    INDArray tensor = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    copyInto(values, tensor);
    return tensor;
  }

  /**
   * Overwrites a tensor made by this class.
   *
   * @param values as many values as the tensor holds, c-order
   * @param tensor changed in place; FLOAT32, c-order, contiguous
   */
  public static void copyInto(float[] values, INDArray tensor) {
    check(tensor, values.length);
    buffer(tensor).put(values);
  }

  /** A copy of the tensor's values in c-order, whatever its layout; FLOAT32 only. */
  public static float[] toArray(INDArray tensor) {
    if (tensor.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException("FLOAT tensor expected, got " + tensor.dataType());
    }
    float[] values = new float[Math.toIntExact(tensor.length())];
    if (isPlain(tensor)) {
      buffer(tensor).get(values);
      return values;
    }
    try (INDArray copy = tensor.dup('c')) {
      buffer(copy).get(values);
    }
    return values;
  }

  private static void check(INDArray tensor, int length) {
    if (tensor.dataType() != DataType.FLOAT || !isPlain(tensor) || tensor.length() != length) {
      throw new IllegalArgumentException(
          length
              + " values do not fit a "
              + tensor.dataType()
              + " tensor: "
              + tensor.shapeInfoToString());
    }
  }

  private static boolean isPlain(INDArray tensor) {
    return tensor.ordering() == 'c' && !tensor.isView() && tensor.elementWiseStride() == 1;
  }

  private static FloatBuffer buffer(INDArray tensor) {
    return tensor.data().asNioFloat();
  }
}
