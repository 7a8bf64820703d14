package whence.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * Weights on disk in the safetensors format: named tensors and free texts, no code.
 *
 * <p>A file is a little-endian 64-bit length, a JSON header of that length, and the raw
 * little-endian numbers of every tensor in c-order. Written with sorted names and without a time
 * stamp: the same weights give the same bytes.
 *
 * <ul>
 *   <li>F16, F32, F64 and I64 are read and written; anything else is refused.
 *   <li>Scalars have the empty shape. Tensors of length 0 are not supported.
 *   <li>A file that is cut off, too long, or whose tensors overlap, leave gaps or point outside is
 *       refused as a whole.
 * </ul>
 *
 * <p>Source: Hugging Face, "safetensors", format description, 2022.
 */
public final class SafeTensors {
  private SafeTensors() {}

  /**
   * Writes a file as a whole ({@link AtomicFile}): a failed write leaves the old file.
   *
   * @param file replaced if it exists; its folder is made if there is none
   * @param tensors of any order and stride; read only, they stay the caller's
   * @param metadata free texts, kept sorted
   */
  public static void write(Path file, Map<String, INDArray> tensors, Map<String, String> metadata) {
    SortedMap<String, TensorEntry> shapes = new TreeMap<>();
    tensors.forEach((name, array) -> shapes.put(name, TensorBytes.describe(name, array)));
    SafeTensorsHeader header = SafeTensorsHeader.layOut(shapes, metadata);
    AtomicFile.replace(
        file,
        out -> {
          out.write(header.bytes());
          for (String name : header.entries().keySet()) {
            out.write(TensorBytes.encode(Objects.requireNonNull(tensors.get(name))).array());
          }
        });
  }

  /**
   * Reads a file's tensors into memory.
   *
   * @return weights the caller owns and closes
   * @throws WhenceException if the file is missing, cut off or damaged
   */
  public static Weights read(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      SafeTensorsHeader header = SafeTensorsHeader.read(in, file);
      SortedMap<String, INDArray> tensors = new TreeMap<>();
      for (Map.Entry<String, TensorEntry> named : header.entries().entrySet()) {
        TensorEntry entry = named.getValue();
        long start = header.dataStart() + entry.begin();
        int length = TensorBytes.arrayLength(named.getKey(), entry, file);
        tensors.put(named.getKey(), TensorBytes.decode(entry, bytes(in, start, length)));
      }
      return new Weights(tensors, header.metadata(), file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads only what the file says about itself, and checks it against the file's length. */
  public static SafeTensorsHeader readHeader(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return SafeTensorsHeader.read(in, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static ByteBuffer bytes(RandomAccessFile in, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.seek(position);
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static WhenceException unreadable(Path file, IOException e) {
    boolean missing = e instanceof FileNotFoundException && !Files.exists(file);
    return new WhenceException(
        "Cannot read weights " + file,
        missing ? "no such file" : e.toString(),
        "a readable safetensors file",
        missing ? "check the path, or make the file first" : "check the disk and permissions",
        e);
  }
}
