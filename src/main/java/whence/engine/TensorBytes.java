package whence.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers of an ND4J array as little-endian bytes in c-order, and back. */
public final class TensorBytes {
  private TensorBytes() {}

  static TensorEntry describe(String name, INDArray array) {
    List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
    return new TensorEntry(ElementType.of(array.dataType(), name), shape, 0, 0);
  }

  static int arrayLength(String name, TensorEntry entry, Path file) {
    long bytes = entry.end() - entry.begin();
    if (bytes == 0 || bytes > Integer.MAX_VALUE - 8) {
      throw BadWeights.tensor(file, name, bytes + " bytes", "1 byte to 2 GiB");
    }
    return (int) bytes;
  }

  static ByteBuffer encode(INDArray array) {
    try (INDArray ordered = array.dup('c')) {
      ElementType type = ElementType.of(array.dataType(), "");
      int length = Math.toIntExact(array.length() * type.bytes());
      ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      switch (type) {
        case F16 -> putHalves(ordered, out);
        case F32 -> out.asFloatBuffer().put(ordered.data().asFloat());
        case F64 -> out.asDoubleBuffer().put(ordered.data().asDouble());
        case I64 -> out.asLongBuffer().put(ordered.data().asLong());
      }
      return out;
    }
  }

  private static void putHalves(INDArray halves, ByteBuffer out) {
    try (INDArray floats = halves.castTo(DataType.FLOAT)) {
      for (float value : floats.data().asFloat()) {
        out.putShort(HalfFloats.toHalf(value)); // exact: the value was a half
      }
      out.flip();
    }
  }

  /** A new tensor the caller owns; {@code bytes} are little-endian, c-order. */
  public static INDArray decode(TensorEntry entry, ByteBuffer bytes) {
    int length = Math.toIntExact(entry.length());
    long[] shape = entry.dimensions();
    return switch (entry.type()) {
      case F16 -> halves(bytes, length, shape);
      case F32 -> {
        float[] floats = new float[length];
        bytes.asFloatBuffer().get(floats);
        yield Nd4j.create(floats, shape, DataType.FLOAT);
      }
      case F64 -> {
        double[] doubles = new double[length];
        bytes.asDoubleBuffer().get(doubles);
        yield Nd4j.create(doubles, shape, DataType.DOUBLE);
      }
      case I64 -> {
        long[] longs = new long[length];
        bytes.asLongBuffer().get(longs);
        yield Nd4j.create(longs, shape, DataType.LONG);
      }
    };
  }

  private static INDArray halves(ByteBuffer bytes, int length, long[] shape) {
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = HalfFloats.toFloat(bytes.getShort());
    }
    try (INDArray wide = Nd4j.create(floats, shape, DataType.FLOAT)) {
      return wide.castTo(DataType.HALF);
    }
  }
}
