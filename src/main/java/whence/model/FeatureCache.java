package whence.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import whence.ProgramLock;
import whence.WhenceException;
import whence.engine.HalfFloats;
import whence.engine.SafeTensors;
import whence.engine.SafeTensorsHeader;

/**
 * Trunk features of many pictures on disk, in half precision, computed once.
 *
 * <p>A safetensors file with one F16 tensor {@code features} [N, h, w, D] and a {@code key} made of
 * the pictures' digest, the network, its settings and its weights: features of anything else are
 * noticed, said, and computed again. Rows are appended to a {@code .part} file beside it, so
 * computing that was stopped or killed goes on where it was.
 *
 * <p>Where two programs want the same features at once, the second waits for the first.
 *
 * <p>Rows are read from the operating system's file cache when asked for, about 43 kB a picture; an
 * interrupted thread can go on reading. For one thread at a time.
 */
public final class FeatureCache implements AutoCloseable {
  static final String TENSOR = "features";
  static final String KEY = "key";

  private final RandomAccessFile in;
  private final long dataStart;
  private final int size;
  private final int rowLength;
  private final byte[] row;

  private FeatureCache(RandomAccessFile in, SafeTensorsHeader header) {
    this.in = in;
    this.dataStart = header.dataStart();
    var entry = Objects.requireNonNull(header.entries().get(TENSOR));
    this.size = Math.toIntExact(entry.shape().get(0));
    this.rowLength = Math.toIntExact(entry.length() / size);
    this.row = new byte[2 * rowLength];
  }

  /**
   * Opens the features, computing what is missing.
   *
   * @param file the cache file; its folder is made if there is none
   * @param pictures at least one
   * @param trunk computes what is missing
   * @param listener hears progress
   * @throws InterruptedException if the thread is interrupted between two batches; the work done so
   *     far is kept
   * @throws WhenceException if the file cannot be written or is damaged
   */
  public static FeatureCache open(
      Path file, PictureSet pictures, Trunk trunk, FeatureListener listener)
      throws InterruptedException {
    if (pictures.size() < 1) {
      throw new WhenceException(
          "Cannot compute features into " + file,
          "no pictures",
          "at least one picture",
          "check that the data set has clips in this split");
    }
    SafeTensorsHeader wanted = FeatureExtraction.header(pictures, trunk);
    try {
      if (!isFresh(file, wanted, listener)) {
        extract(file, pictures, trunk, wanted, listener);
      }
      return new FeatureCache(new RandomAccessFile(file.toFile(), "r"), wanted);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot keep features in " + file,
          e.toString(),
          "a writable folder with " + wanted.dataBytes() / 1_000_000 + " MB of free space",
          "free disk space or choose another folder; the next call goes on where this one stopped",
          e);
    }
  }

  /** N, the number of pictures. */
  public int size() {
    return size;
  }

  /** h * w * D, the numbers of one picture. */
  public int rowLength() {
    return rowLength;
  }

  /**
   * Copies the features [h, w, D] of one picture.
   *
   * @param clip index of the picture, from 0
   * @param destination receives the features
   * @param offset first index written
   */
  public void read(int clip, float[] destination, int offset) {
    Objects.checkIndex(clip, size);
    Objects.checkFromIndexSize(offset, rowLength, destination.length);
    try {
      in.seek(dataStart + (long) clip * row.length);
      in.readFully(row);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read features of picture " + clip,
          e.toString(),
          size + " rows",
          "the cache was changed while in use: delete it and start again",
          e);
    }
    ShortBuffer halves = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    for (int i = 0; i < rowLength; i++) {
      destination[offset + i] = HalfFloats.toFloat(halves.get(i));
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing was written: cannot lose anything
    }
  }

  /** Of two programs that want the same features one computes them, the other waits for them. */
  private static void extract(
      Path file,
      PictureSet pictures,
      Trunk trunk,
      SafeTensorsHeader wanted,
      FeatureListener listener)
      throws IOException, InterruptedException {
    Path guard = file.resolveSibling(file.getFileName() + ".lock");
    try (ProgramLock lock = ProgramLock.await(guard, () -> listener.waiting(file))) {
      // what another program did meanwhile need not be done again
      if (!isFresh(file, wanted, FeatureListener.SILENT)) {
        new FeatureExtraction(file, pictures, trunk, wanted).run(listener);
      }
    }
  }

  private static boolean isFresh(Path file, SafeTensorsHeader wanted, FeatureListener listener) {
    if (!Files.exists(file)) {
      return false;
    }
    SafeTensorsHeader found = SafeTensors.readHeader(file);
    if (found.equals(wanted)) {
      return true;
    }
    listener.stale(
        file
            + " holds features of "
            + found.metadata().getOrDefault(KEY, "unknown origin")
            + ", wanted are those of "
            + wanted.metadata().get(KEY)
            + ": computed again");
    return false;
  }
}
