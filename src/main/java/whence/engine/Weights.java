package whence.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;

/** Named tensors with the texts stored beside them. Owns its tensors: close it. */
public final class Weights implements AutoCloseable {
  private final SortedMap<String, INDArray> tensors;
  private final SortedMap<String, String> metadata;
  private final String origin;

  /**
   * Takes over tensors.
   *
   * @param tensors owned, and closed, by the new object
   * @param metadata free texts
   * @param origin where they come from, for errors
   */
  public Weights(Map<String, INDArray> tensors, Map<String, String> metadata, String origin) {
    this.tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    this.metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    this.origin = origin;
  }

  /** Names in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The tensors by name; views of what this object owns, not to be closed. */
  public SortedMap<String, INDArray> tensors() {
    return tensors;
  }

  /** The texts stored beside the tensors. */
  public SortedMap<String, String> metadata() {
    return metadata;
  }

  /**
   * One tensor, still owned by this object.
   *
   * @throws WhenceException if there is none of that name
   */
  public INDArray get(String name) {
    INDArray tensor = tensors.get(name);
    if (tensor == null) {
      throw new WhenceException(
          "Cannot find tensor " + name + " in " + origin,
          tensors.size() + " tensors" + (tensors.isEmpty() ? "" : ", first " + tensors.firstKey()),
          "a tensor of that name",
          "use weights that were made for this network");
    }
    return tensor;
  }

  /**
   * One tensor, still owned by this object.
   *
   * @throws WhenceException if there is none of that name or its shape is another
   */
  public INDArray get(String name, long... shape) {
    INDArray tensor = get(name);
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new WhenceException(
          "Cannot use tensor " + name + " of " + origin,
          "shape " + Arrays.toString(tensor.shape()),
          "shape " + Arrays.toString(shape),
          "use weights that were made for this network and these settings");
    }
    return tensor;
  }

  /** SHA-256 of all names, shapes and numbers in order, as 64 hexadecimal digits. */
  public String sha256() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
    tensors.forEach(
        (name, tensor) -> {
          String title = name + " " + tensor.dataType() + Arrays.toString(tensor.shape()) + "\n";
          digest.update(title.getBytes(StandardCharsets.UTF_8));
          digest.update(TensorBytes.encode(tensor));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    tensors.values().forEach(INDArray::close);
  }
}
