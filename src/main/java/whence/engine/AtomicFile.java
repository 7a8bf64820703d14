package whence.engine;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import whence.WhenceException;

/**
 * Replaces a file as a whole: readers see the old bytes or the new ones, never a part.
 *
 * <p>The bytes go to a temporary file in the same folder, are forced to the disk, and the file is
 * then moved over the old one. When anything fails the old file is as it was and no temporary file
 * is left. An interrupted thread finishes its write (channels would be closed under it).
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes all of a file's bytes. */
  @FunctionalInterface
  public interface Writer {
    /** Writes from the file's start; need not close or flush. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Replaces {@code file}, making its folder if there is none.
   *
   * @throws WhenceException if the disk is full, the folder read-only, or {@code writer} fails
   */
  public static void replace(Path file, Writer writer) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new WhenceException(
          "Cannot write " + file, "a file system's root", "a file", "name a file inside a folder");
    }
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
      try {
        writeAndForce(temporary, writer);
        moveOver(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot write " + file,
          e.toString(),
          "a writable folder with enough free space",
          "free disk space or choose another folder; what was there before is unchanged",
          e);
    }
  }

  /** Moves {@code from} over {@code to}, atomically: both lie in the same folder. */
  public static void moveOver(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeAndForce(Path temporary, Writer writer) throws IOException {
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      writer.write(out);
      out.getFD().sync();
    }
  }
}
