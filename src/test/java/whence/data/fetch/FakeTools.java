package whence.data.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Shell scripts that stand in for apt-get and python in a test's folder, and note their calls. */
final class FakeTools {
  private final Path folder;

  FakeTools(Path folder) {
    this.folder = folder;
  }

  /** Tools with these script bodies; each call is noted with its arguments. */
  FetchTools with(String apt, String python, Duration timeout) {
    return new FetchTools(
        script("apt-get", apt).toString(), script("python", python).toString(), timeout);
  }

  FetchTools with(String apt, String python) {
    return with(apt, python, Duration.ofSeconds(30));
  }

  String calls() {
    try {
      Path log = folder.resolve("calls");
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path script(String name, String body) {
    try {
      Path script = folder.resolve(name);
      Files.writeString(
          script, "#!/bin/sh\necho " + name + " \"$@\" >> " + folder + "/calls\n" + body + "\n");
      return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
