package whence.data.fetch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import whence.WhenceException;

/**
 * One file fetched whole and verified, or not at all.
 *
 * <ul>
 *   <li>Bytes go to {@code TARGET.part}; only a file of the pinned length and SHA-256 is moved to
 *       the target, atomically.
 *   <li>A download cut short keeps its {@code .part}. It is tried again at once, up to {@value
 *       #ATTEMPTS} times, and goes on where it stopped if the server can; else from the start.
 *   <li>A file with another hash or length is deleted and refused.
 *   <li>Proxies: those of the JVM ({@code http.proxyHost} ...), else those of the environment
 *       ({@code http_proxy}, {@code https_proxy}, {@code no_proxy}).
 * </ul>
 *
 * @param uri where it is: {@code http}, {@code https} or {@code file}
 * @param target where it goes; its folder must exist
 * @param pin what it must be
 */
public record Download(URI uri, Path target, Pin pin) {
  static final int ATTEMPTS = 3;

  /** Checks the scheme. */
  public Download {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.matches("https?|file")) {
      throw new WhenceException(
          "Cannot download " + uri,
          "the scheme " + scheme,
          "http, https or file",
          "check the package source that gave this address");
    }
  }

  /**
   * Downloads and verifies; returns at once if the target is there and as pinned.
   *
   * @return the target
   * @throws WhenceException if it cannot be had, or is not what was pinned
   */
  public Path run(FetchListener listener) {
    try {
      if (Files.exists(target) && isPinned(target)) {
        return target;
      }
      requireSpace();
      transfer(listener);
      if (!isPinned(part())) {
        throw wrongContent();
      }
      return Files.move(
          part(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot store " + target,
          e.toString(),
          "a folder that can be written to, with " + pin.bytes() + " bytes free",
          "free space there, or set WHENCE_HOME to another folder",
          e);
    }
  }

  /** Where the bytes are kept until they are verified. */
  Path part() {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private void transfer(FetchListener listener) {
    Transfer transfer = new Transfer(uri, part(), pin.bytes(), listener);
    for (int attempt = 1; ; attempt++) {
      try {
        transfer.run();
        return;
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted(e);
        }
        if (attempt == ATTEMPTS || e instanceof FileNotFoundException) {
          throw unreachable(e);
        }
      }
    }
  }

  private void requireSpace() throws IOException {
    long have = Files.exists(part()) ? Files.size(part()) : 0;
    Path folder = target.toAbsolutePath().resolveSibling("").normalize();
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    long free = DiskSpace.free(folder);
    if (free < pin.bytes() - have) {
      throw new IOException("only " + free + " bytes free on that disk");
    }
  }

  private boolean isPinned(Path file) throws IOException {
    return Files.size(file) == pin.bytes() && Sha256.of(file).equals(pin.sha256());
  }

  private WhenceException wrongContent() throws IOException {
    String got = Files.size(part()) + " bytes with SHA-256 " + Sha256.of(part());
    Files.delete(part());
    return new WhenceException(
        "The download is not the expected file: " + uri,
        got + "; it was deleted",
        pin.bytes() + " bytes with SHA-256 " + pin.sha256(),
        "try again; if it stays so, the source serves another file: use --media DIR with the"
            + " right one");
  }

  private WhenceException interrupted(IOException cause) {
    long have = part().toFile().length();
    return new WhenceException(
        "The download was interrupted: " + uri,
        have + " bytes, which are kept",
        pin.bytes() + " bytes",
        "run the same cell or command again: it goes on where it stopped",
        cause);
  }

  private WhenceException unreachable(IOException cause) {
    return new WhenceException(
        "Cannot download " + uri,
        cause.toString(),
        pin.bytes() + " bytes",
        "check the network and run the same command again, it goes on where it stopped; without a"
            + " network, name a folder that holds the file: --media DIR",
        cause);
  }
}
