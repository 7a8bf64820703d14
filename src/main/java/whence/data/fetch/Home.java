package whence.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * The folder that keeps downloads and caches between runs: {@code WHENCE_HOME}, or {@code
 * $XDG_CACHE_HOME/whence}, or {@code ~/.cache/whence}.
 *
 * @param root the folder; need not exist yet
 */
public record Home(Path root) {

  /** The home that this process's environment names. */
  public static Home locate() {
    return locate(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /**
   * The home that an environment names; an empty variable counts as unset.
   *
   * @param environment variables by name
   * @param userHome the user's own folder
   */
  public static Home locate(Map<String, String> environment, Path userHome) {
    String own = set(environment.get("WHENCE_HOME"));
    String cache = set(environment.get("XDG_CACHE_HOME"));
    Path root =
        own != null
            ? Path.of(own)
            : (cache != null ? Path.of(cache) : userHome.resolve(".cache")).resolve("whence");
    return new Home(root.toAbsolutePath().normalize());
  }

  /** A place in this home, which may not exist; nothing is created. */
  public Path path(String name) {
    return root.resolve(name);
  }

  /**
   * A folder in this home that can be written to; created if it is not there.
   *
   * @throws WhenceException if it cannot be created or written to
   */
  public Path folder(String name) {
    Path folder = path(name);
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ".tmp"));
      return folder;
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot keep files in " + folder,
          e.toString(),
          "a folder that can be created and written to",
          "set WHENCE_HOME to a folder of yours with 3 GB free, or correct its permissions",
          e);
    }
  }

  private static @Nullable String set(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
