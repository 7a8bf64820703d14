package whence.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.AtomicFile;
import whence.engine.ElementType;
import whence.engine.HalfFloats;
import whence.engine.SafeTensorsHeader;
import whence.engine.TensorEntry;
import whence.engine.Tensors;
import whence.media.Picture;

/** Computes features batch by batch into a part file, and moves it into place when it is whole. */
final class FeatureExtraction {
  /** Among the fastest in the measured range (1 to 32 pictures), and small in memory. */
  static final int BATCH = 8;

  private final Path file;
  private final Path part;
  private final PictureSet pictures;
  private final Trunk trunk;
  private final SafeTensorsHeader header;
  private final int rowBytes;

  FeatureExtraction(Path file, PictureSet pictures, Trunk trunk, SafeTensorsHeader header) {
    this.file = file.toAbsolutePath();
    this.part = this.file.resolveSibling(file.getFileName() + ".part");
    this.pictures = pictures;
    this.trunk = trunk;
    this.header = header;
    this.rowBytes = Math.toIntExact(header.dataBytes() / pictures.size());
  }

  /** The header of a whole cache file: it also is the key. */
  static SafeTensorsHeader header(PictureSet pictures, Trunk trunk) {
    long cells = trunk.settings().cells();
    List<Long> shape =
        List.of((long) pictures.size(), cells, cells, (long) trunk.settings().channels());
    return SafeTensorsHeader.layOut(
        Map.of(FeatureCache.TENSOR, new TensorEntry(ElementType.F16, shape, 0, 0)),
        Map.of(FeatureCache.KEY, "pictures " + pictures.sha256() + " by " + trunk.key()));
  }

  void run(FeatureListener listener) throws IOException, InterruptedException {
    Files.createDirectories(file.resolveSibling("."));
    // Not a channel: an interrupt would close it in the middle of a batch.
    try (RandomAccessFile out = new RandomAccessFile(part.toFile(), "rw")) {
      int done = resume(out);
      listener.progress(done, pictures.size());
      while (done < pictures.size()) {
        if (Thread.interrupted()) {
          throw new InterruptedException(
              "stopped after " + done + " of " + pictures.size() + " pictures");
        }
        int count = Math.min(BATCH, pictures.size() - done);
        out.write(compute(done, count));
        done += count;
        listener.progress(done, pictures.size());
      }
      out.getFD().sync();
    }
    AtomicFile.moveOver(part, file);
  }

  /** Leaves the file behind the last whole row of the same features; 0 rows if of others. */
  private int resume(RandomAccessFile out) throws IOException {
    byte[] wanted = header.bytes();
    if (!Arrays.equals(beginning(out, wanted.length), wanted)) {
      out.setLength(0);
      out.write(wanted);
      return 0;
    }
    long rows = Math.min(pictures.size(), (out.length() - wanted.length) / rowBytes);
    out.setLength(wanted.length + rows * rowBytes);
    out.seek(out.length());
    return (int) rows;
  }

  private static byte[] beginning(RandomAccessFile in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.seek(0);
    try {
      in.readFully(bytes);
    } catch (EOFException e) {
      return new byte[0];
    }
    return bytes;
  }

  private byte[] compute(int first, int count) {
    List<Picture> batch = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      batch.add(pictures.pictures().apply(i));
    }
    ByteBuffer rows = ByteBuffer.allocate(count * rowBytes).order(ByteOrder.LITTLE_ENDIAN);
    try (INDArray features = trunk.features(batch)) {
      for (float value : Tensors.toArray(features)) {
        rows.putShort(HalfFloats.toHalf(value));
      }
    }
    return rows.array();
  }
}
