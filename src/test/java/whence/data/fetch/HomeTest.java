package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;

class HomeTest {
  @TempDir Path folder;

  @Test
  void isWhatTheEnvironmentSays() {
    Path user = Path.of("/home/me");

    assertThat(Home.locate(Map.of("WHENCE_HOME", "/a/b", "XDG_CACHE_HOME", "/c"), user).root())
        .isEqualTo(Path.of("/a/b"));
    assertThat(Home.locate(Map.of("WHENCE_HOME", " ", "XDG_CACHE_HOME", "/c"), user).root())
        .isEqualTo(Path.of("/c/whence"));
    assertThat(Home.locate(Map.of(), user).root()).isEqualTo(Path.of("/home/me/.cache/whence"));
    assertThat(Home.locate().root()).isAbsolute();
  }

  @Test
  void isMadeOnlyWhenNeeded() {
    Home home = new Home(folder.resolve("new/home"));

    assertThat(home.path("media")).doesNotExist();
    assertThat(home.folder("media")).isEmptyDirectory();
  }

  @Test
  void saysWhatToDoWhenItCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> new Home(file).folder("media"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot keep files in " + file.resolve("media"))
        .hasMessageContaining("expected: a folder that can be created and written to")
        .hasMessageContaining("cure:     set WHENCE_HOME");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReadOnlyFolderIsRefusedAlike() {
    assertThatThrownBy(() -> new Home(Path.of("/proc/whence")).folder("media"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot keep files in /proc/whence/media")
        .hasMessageContaining("cure:     set WHENCE_HOME");
  }
}
