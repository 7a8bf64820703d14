package whence.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of a graph's runs. One that is free serves the next request of its type, shape and
 * order; all together are as many as one run needs at once.
 */
final class RunMemory extends AbstractMemoryMgr {

  private final Map<String, Deque<INDArray>> free = new HashMap<>();
  private final Set<INDArray> used = Collections.newSetFromMap(new IdentityHashMap<>());

  @Override
  public INDArray allocate(boolean detached, DataType type, long... shape) {
    INDArray found = poll(key(type, shape, 'c'));
    return use(found == null ? Nd4j.createUninitialized(type, shape, 'c') : found);
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor wanted) {
    if (wanted.isEmpty()) {
      return Nd4j.create(wanted, false);
    }
    INDArray found = poll(key(wanted.dataType(), wanted.getShape(), wanted.getOrder()));
    return use(found == null ? Nd4j.create(wanted, false) : found);
  }

  @Override
  public void release(INDArray array) {
    if (used.remove(array)) {
      recycle(array);
    }
  }

  /**
   * Takes back all that is still in use.
   *
   * @param kept now belong to the caller
   */
  void endRun(Set<INDArray> kept) {
    used.removeAll(kept);
    used.forEach(this::recycle);
    used.clear();
  }

  /** Takes back arrays that were kept, each once though it may have several names. */
  void recycle(Collection<INDArray> kept) {
    Set<INDArray> once = Collections.newSetFromMap(new IdentityHashMap<>());
    once.addAll(kept);
    once.forEach(this::recycle);
  }

  @Override
  public void close() {
    free.values().forEach(arrays -> arrays.forEach(INDArray::close));
    free.clear();
  }

  private void recycle(INDArray array) {
    if (!array.wasClosed() && array.closeable()) {
      String key = key(array.dataType(), array.shape(), array.ordering());
      free.computeIfAbsent(key, k -> new ArrayDeque<>()).push(array);
    }
  }

  private @Nullable INDArray poll(String key) {
    Deque<INDArray> arrays = free.get(key);
    return arrays == null ? null : arrays.poll();
  }

  private INDArray use(INDArray array) {
    used.add(array);
    return array;
  }

  private static String key(DataType type, long[] shape, char order) {
    return type.name() + order + Arrays.toString(shape);
  }
}
