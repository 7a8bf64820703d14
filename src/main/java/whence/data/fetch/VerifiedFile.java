package whence.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * A downloaded file with a marker beside it that says it was verified, so that 260 MB need not be
 * hashed each time. The marker holds the file's length, modification time and SHA-256; a file that
 * has changed since no longer fits its marker.
 */
final class VerifiedFile {
  private VerifiedFile() {}

  /** Whether the file is there and is as when it was marked; its SHA-256 is not computed. */
  static boolean isMarked(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.isRegularFile(marker(file))
          && Files.readString(marker(file)).startsWith(state(file));
    } catch (IOException e) {
      return false; // then it is verified anew
    }
  }

  /** Whether the file is there, marked, and was verified against this pin. */
  static boolean isMarked(Path file, Pin pin) {
    try {
      return isMarked(file) && Files.readString(marker(file)).equals(state(file) + pin.sha256());
    } catch (IOException e) {
      return false; // then it is verified anew
    }
  }

  /** Notes that the file has been verified. */
  static void mark(Path file, Pin pin) {
    Path marker = marker(file);
    String state;
    try {
      state = state(file);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot note that " + file + " is verified",
          e.toString(),
          "a file that can be read",
          "check its permissions, or set WHENCE_HOME to another folder",
          e);
    }
    AtomicFile.write(marker, state + pin.sha256());
  }

  private static Path marker(Path file) {
    return file.resolveSibling(file.getFileName() + ".verified");
  }

  private static String state(Path file) throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + " ";
  }
}
