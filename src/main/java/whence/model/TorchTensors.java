package whence.model;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.TensorBytes;
import whence.engine.TensorEntry;

/** Makes tensors of the storages of a PyTorch file. */
final class TorchTensors {
  private TorchTensors() {}

  /**
   * What the pickles of the older layout announce.
   *
   * @param root map of tensors
   * @param keys names of the storages in the order of their bytes
   * @param origin the file, for errors
   */
  record Wanted(Object root, List<?> keys, String origin) {}

  /** Cuts the end of the file, (count, numbers) for each storage, into storages. */
  static void splitStorages(
      byte[] bytes, ByteArrayInputStream in, Wanted wanted, Map<String, ByteBuffer> storages) {
    Map<String, TorchStorage> known = new HashMap<>();
    if (wanted.root instanceof Map<?, ?> map) {
      for (Object value : map.values()) {
        if (value instanceof TorchStorage.Tensor tensor) {
          known.put(tensor.storage().key(), tensor.storage());
        }
      }
    }
    ByteBuffer rest = wrap(bytes).position(bytes.length - in.available());
    rest.order(ByteOrder.LITTLE_ENDIAN);
    for (Object key : wanted.keys) {
      TorchStorage storage = known.get(String.valueOf(key));
      if (storage == null) {
        throw TorchRefusal.damaged(wanted.origin, "storage " + key + " without tensor", "one");
      }
      storages.put(storage.key(), next(rest, storage, wanted.origin));
    }
  }

  private static ByteBuffer next(ByteBuffer rest, TorchStorage storage, String origin) {
    long want = Math.multiplyExact(storage.length(), (long) storage.type().elements.bytes());
    if (rest.remaining() < 8 || rest.remaining() - 8 < want || want < 0) {
      throw TorchRefusal.damaged(
          origin,
          rest.remaining() + " bytes left for storage " + storage.key(),
          "8 + " + want + " bytes");
    }
    long length = rest.getLong();
    if (length != storage.length()) {
      throw TorchRefusal.damaged(
          origin,
          "storage " + storage.key() + " of " + length + " numbers",
          storage.length() + " numbers");
    }
    ByteBuffer part = rest.slice(rest.position(), (int) want).order(ByteOrder.LITTLE_ENDIAN);
    rest.position(rest.position() + (int) want);
    return part;
  }

  static INDArray make(
      String name, TorchStorage.Tensor tensor, Map<String, ByteBuffer> storages, String origin) {
    int size = tensor.storage().type().elements.bytes();
    ByteBuffer storage = storages.get(tensor.storage().key());
    long available = storage == null ? 0 : storage.capacity() / size;
    if (storage == null || !fits(tensor, available)) {
      throw TorchRefusal.damaged(
          origin,
          "tensor " + name + " of shape " + tensor.shape() + " at " + tensor.offset(),
          "at least one number, within the " + available + " of its storage");
    }
    ByteBuffer gathered = wrap(new byte[(int) tensor.length() * size]);
    gather(tensor, storage, gathered, new long[] {0, tensor.offset()});
    TensorEntry entry =
        new TensorEntry(tensor.storage().type().elements, tensor.shape(), 0, gathered.capacity());
    return TensorBytes.decode(entry, gathered.flip());
  }

  /** Copies the numbers in c-order; {@code at} is {dimension, index in the storage}. */
  private static void gather(
      TorchStorage.Tensor tensor, ByteBuffer from, ByteBuffer to, long[] at) {
    int size = tensor.storage().type().elements.bytes();
    int dimension = (int) at[0];
    if (dimension == tensor.shape().size()) {
      to.put(to.position(), from, (int) at[1] * size, size);
      to.position(to.position() + size);
      return;
    }
    for (long i = 0; i < tensor.shape().get(dimension); i++) {
      long index = at[1] + i * tensor.strides().get(dimension);
      gather(tensor, from, to, new long[] {dimension + 1, index});
    }
  }

  private static boolean fits(TorchStorage.Tensor tensor, long available) {
    boolean small = tensor.shape().stream().anyMatch(d -> d < 1);
    if (small || tensor.offset() < 0 || tensor.strides().stream().anyMatch(d -> d < 0)) {
      return false;
    }
    try {
      // A stride of 0 repeats numbers; no weight does, so more numbers than stored is a lie.
      return tensor.length() <= available
          && Math.addExact(tensor.offset(), tensor.span()) < available;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
