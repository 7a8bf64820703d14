package whence.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The named tensors of a network, owned in one place and shared by all of its graphs.
 *
 * <p>A training graph and an inference graph hold the very same arrays, so a step of the optimiser
 * is seen by both at once. Trained tensors get gradients; fixed ones (input statistics, running
 * moments) are only saved and loaded. Names keep the order in which they were added.
 */
public final class Parameters implements AutoCloseable {

  private final Map<String, INDArray> trained = new LinkedHashMap<>();
  private final Map<String, INDArray> fixed = new LinkedHashMap<>();
  private final DataType type;

  /** No tensors yet; FLOAT32. */
  public Parameters() {
    this(DataType.FLOAT);
  }

  /** No tensors yet; {@code type} is DOUBLE in gradient checks. */
  public Parameters(DataType type) {
    this.type = type;
  }

  /** The number type of every tensor here. */
  public DataType type() {
    return type;
  }

  /** Adds a tensor to be trained, c-order values. */
  public void train(String name, double[] values, long... shape) {
    add(trained, name, values, shape);
  }

  /** Adds a tensor that is kept with the network but not trained, c-order values. */
  public void fix(String name, double[] values, long... shape) {
    add(fixed, name, values, shape);
  }

  private void add(Map<String, INDArray> group, String name, double[] values, long[] shape) {
    if (trained.containsKey(name) || fixed.containsKey(name)) {
      throw new IllegalArgumentException("Two tensors are called " + name);
    }
    if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) != values.length) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values for shape " + Arrays.toString(shape));
    }
    group.put(name, Nd4j.createFromArray(values).reshape('c', shape).castTo(type).dup('c'));
  }

  /**
   * The tensor of that name: the live array, not a copy.
   *
   * @throws IllegalArgumentException if there is none
   */
  public INDArray get(String name) {
    INDArray tensor = trained.getOrDefault(name, fixed.get(name));
    if (tensor == null) {
      throw new IllegalArgumentException("No tensor is called " + name);
    }
    return tensor;
  }

  /** Whether the tensor of that name gets gradients. */
  public boolean isTrained(String name) {
    return trained.containsKey(name);
  }

  /** Names of the trained tensors, in order. */
  public List<String> trainedNames() {
    return List.copyOf(trained.keySet());
  }

  /** All live arrays by name: trained ones first. */
  public Map<String, INDArray> all() {
    Map<String, INDArray> all = new LinkedHashMap<>(trained);
    all.putAll(fixed);
    return all;
  }

  /** How many numbers are trained. */
  public long trainedCount() {
    return trained.values().stream().mapToLong(INDArray::length).sum();
  }

  /**
   * Overwrites every tensor with the one of the same name.
   *
   * @throws IllegalArgumentException if a name is missing or a shape differs; then nothing changed
   */
  public void assign(Map<String, INDArray> values) {
    all()
        .forEach(
            (name, tensor) -> {
              INDArray value = values.get(name);
              if (value == null || !Arrays.equals(value.shape(), tensor.shape())) {
                throw new IllegalArgumentException(
                    name
                        + ": expected shape "
                        + Arrays.toString(tensor.shape())
                        + ", got "
                        + (value == null ? "nothing" : Arrays.toString(value.shape())));
              }
            });
    all().forEach((name, tensor) -> tensor.assign(values.get(name)));
  }

  @Override
  public void close() {
    closeAll(trained.values());
    closeAll(fixed.values());
  }

  private static void closeAll(Collection<INDArray> tensors) {
    tensors.stream().filter(INDArray::closeable).forEach(INDArray::close);
  }
}
