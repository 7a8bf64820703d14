package whence.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import whence.WhenceException;

/**
 * Writes a whole file or nothing: a reader sees the old content or the new one, never a part.
 *
 * <p>The bytes go to a hidden sibling {@code .NAME.part}, are forced to disk, and take the final
 * name by an atomic rename. A process killed in between leaves the old file and at most the
 * sibling, which the next write replaces.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes {@code bytes} to {@code file}; folders that are missing are made.
   *
   * @throws WhenceException if the folder cannot be written or the disk is full; what was there
   *     before is untouched
   */
  public static void write(Path file, byte[] bytes) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(part.getParent());
      force(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot write " + file,
          e.toString(),
          "a folder that can be written, on a disk with room for " + bytes.length + " bytes",
          "free some space, correct the folder's permissions, or choose another folder",
          e);
    }
  }

  /** Copies a whole file, atomically. */
  public static void copy(Path from, Path to) {
    try {
      write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot copy " + from,
          e.toString(),
          "a file that can be read",
          "check that the run is complete up to this point",
          e);
    }
  }

  /** Removes a file if it is there. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot remove " + file,
          e.toString(),
          "a folder that can be written to",
          "correct the folder's permissions",
          e);
    }
  }

  /** Writes {@code text} as UTF-8; see {@link #write(Path, byte[])}. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void force(Path part, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
