package whence.model;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.TensorEntry;
import whence.engine.TensorBytes;

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
    long length = lengthOrMinusOne(tensor);
    if (length < 1 || tensor.offset() < 0 || tensor.offset() > available - length) {
      throw TorchRefusal.damaged(
          origin,
          "tensor " + name + " of shape " + tensor.shape() + " at " + tensor.offset(),
          "at least one number, within the " + available + " of its storage");
    }
    if (storage == null) {
      throw new IllegalStateException(name);
    }
    ByteBuffer bytes =
        storage
            .slice((int) tensor.offset() * size, (int) length * size)
            .order(ByteOrder.LITTLE_ENDIAN);
    TensorEntry entry =
        new TensorEntry(tensor.storage().type().elements, tensor.shape(), 0, length * size);
    return TensorBytes.decode(entry, bytes);
  }

  private static long lengthOrMinusOne(TorchStorage.Tensor tensor) {
    try {
      return tensor.shape().stream().anyMatch(d -> d < 0) ? -1 : tensor.length();
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
