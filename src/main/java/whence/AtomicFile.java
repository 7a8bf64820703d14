package whence;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: readers see the old bytes or the new ones, never a part.
 *
 * <p>The bytes go to a hidden sibling {@code .whence-UUID.part}, whose name is short where the
 * file's is as long as names can be; they are forced to the disk, and take the final name by an
 * atomic rename. When anything fails the old file is as it was and no sibling is left; a process
 * killed in between leaves the old file and the sibling. An interrupted thread finishes its write
 * (a channel would be closed under it).
 */
public final class AtomicFile {
  /** What Linux and its file systems take. */
  private static final int LONGEST_NAME_BYTES = 255;

  private AtomicFile() {}

  /** Writes all of a file's bytes. */
  @FunctionalInterface
  public interface Writer {
    /** Writes from the file's start; need not flush, must not close. */
    void write(OutputStream out) throws IOException;
  }

  private enum Durability {
    /** On the disk before the new name is. */
    FORCED,
    /** Whenever the system writes it: a power cut may lose it. */
    CACHED
  }

  /**
   * Replaces {@code file}, making its folder if there is none.
   *
   * @throws WhenceException if the disk is full, the folder read-only, or {@code writer} fails
   */
  public static void replace(Path file, Writer writer) {
    replace(file, writer, Durability.FORCED);
  }

  /** Replaces {@code file} by {@code bytes}; see {@link #replace}. */
  public static void write(Path file, byte[] bytes) {
    replace(file, out -> out.write(bytes));
  }

  /** Replaces {@code file} by {@code text} as UTF-8; see {@link #replace}. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces {@code file} without waiting for the disk: for many small files that can be made again
   * after a power cut.
   */
  public static void writeCached(Path file, byte[] bytes) {
    replace(file, out -> out.write(bytes), Durability.CACHED);
  }

  /** Whether a file's name, without folders, is short enough to be one: 255 bytes of UTF-8. */
  public static boolean isName(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME_BYTES;
  }

  /** A hidden file in the folder of {@code file} that nobody else has: unique, and short. */
  public static Path temporary(Path file, String ending) {
    return file.resolveSibling(".whence-" + UUID.randomUUID() + ending);
  }

  /**
   * Refuses a file that certainly cannot be written, before hours of work for it: its name must be
   * short enough, and the nearest folder above that is there one that can be written to.
   *
   * @throws WhenceException naming that folder
   */
  public static void requireWritable(Path file) {
    if (!isName(String.valueOf(file.getFileName()))) {
      throw new WhenceException(
          "Cannot write " + file,
          "a name too long for a file",
          "at most " + LONGEST_NAME_BYTES + " bytes",
          "choose a shorter name");
    }
    Path above = file.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (Files.isDirectory(file)
        || above == null
        || !Files.isDirectory(above)
        || !Files.isWritable(above)) {
      throw new WhenceException(
          "Cannot write " + file,
          Files.isDirectory(file) ? "a folder" : above + " is no folder that can be written to",
          "a file in a folder that can be written to",
          "choose another folder or name, or correct its permissions");
    }
  }

  /** Copies a whole file, atomically. */
  public static void copy(Path from, Path to) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(from);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot copy " + from,
          e.toString(),
          "a file that can be read",
          "check the path and permissions",
          e);
    }
    write(to, bytes);
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

  /** Moves {@code from} over {@code to}, atomically: both lie in the same folder. */
  public static void moveOver(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void replace(Path file, Writer writer, Durability durability) {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null) {
      throw new WhenceException(
          "Cannot write " + file, "a file system's root", "a file", "name a file inside a folder");
    }
    Path part = temporary(target, ".part");
    try {
      Files.createDirectories(folder);
      try {
        write(part, writer, durability);
        moveOver(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot write " + file,
          e.toString(),
          "a folder that can be written, on a disk with enough free space",
          "free disk space or choose another folder; what was there before is unchanged",
          e);
    }
  }

  private static void write(Path part, Writer writer, Durability durability) throws IOException {
    try (FileOutputStream out = new FileOutputStream(part.toFile())) {
      writer.write(out);
      if (durability == Durability.FORCED) {
        out.getFD().sync();
      }
    }
  }
}
