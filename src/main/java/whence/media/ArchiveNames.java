package whence.media;

import java.util.Arrays;

/** The one rule for names inside archives: relative, and never upwards. */
final class ArchiveNames {
  private ArchiveNames() {}

  /** The name without a leading {@code ./} and a trailing slash, as Debian's tools write them. */
  static String plain(String name) {
    String start = name.startsWith("./") ? name.substring(2) : name;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }

  /** The last part of a path. */
  static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * Returns the name if it stays inside the archive.
   *
   * @throws MediaException for an absolute name, or one with {@code ..}, a backslash or a NUL
   */
  static String requireSafe(String archive, String name) {
    boolean upwards = Arrays.asList(name.split("/", -1)).contains("..");
    if (upwards || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(0) >= 0) {
      throw new MediaException(
          "Refused the name " + name + " in " + archive,
          "a name that leads out of the archive",
          "a relative name without .. or backslash",
          "this archive is malicious or damaged; get it again from where you trust it");
    }
    return name;
  }
}
