package whence.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    try (FileChannel channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      int done = resume(channel);
      listener.progress(done, pictures.size());
      while (done < pictures.size()) {
        if (Thread.interrupted()) {
          throw new InterruptedException(
              "stopped after " + done + " of " + pictures.size() + " pictures");
        }
        int count = Math.min(BATCH, pictures.size() - done);
        AtomicFile.writeFully(channel, compute(done, count));
        done += count;
        listener.progress(done, pictures.size());
      }
      channel.force(true);
    }
    AtomicFile.moveOver(part, file);
  }

  /** Leaves the channel behind the last whole row of the same features; 0 rows if of others. */
  private int resume(FileChannel channel) throws IOException {
    byte[] wanted = header.bytes();
    ByteBuffer found = ByteBuffer.allocate(wanted.length);
    while (found.hasRemaining() && channel.read(found) >= 0) {
      // until the header is full or the file ends
    }
    if (found.hasRemaining() || !Arrays.equals(found.array(), wanted)) {
      channel.truncate(0);
      channel.position(0);
      AtomicFile.writeFully(channel, ByteBuffer.wrap(wanted));
      return 0;
    }
    long rows = Math.min(pictures.size(), (channel.size() - wanted.length) / rowBytes);
    channel.truncate(wanted.length + rows * rowBytes);
    channel.position(wanted.length + rows * rowBytes);
    return (int) rows;
  }

  private ByteBuffer compute(int first, int count) {
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
    return rows.flip();
  }
}
