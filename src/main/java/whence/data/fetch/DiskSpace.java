package whence.data.fetch;

import java.nio.file.Files;
import java.nio.file.Path;

/** How much a disk can still take. */
public final class DiskSpace {
  private DiskSpace() {}

  /**
   * Bytes that this user can still write. The file's own system is asked: Java's list of file
   * systems does not know every place, such as those inside of a changed root.
   *
   * @param place a folder, or a file in one that is there; need not be there itself
   */
  public static long free(Path place) {
    Path there = place.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there.toFile().getUsableSpace();
  }
}
