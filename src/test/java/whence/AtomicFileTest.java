package whence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesReplacesCopiesAndDeletes() {
    Path file = folder.resolve("new/folder/a.txt");
    AtomicFile.write(file, "grün");
    assertThat(file).hasContent("grün");
    AtomicFile.writeCached(file, new byte[] {1, 2});
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
    AtomicFile.copy(file, folder.resolve("b"));
    assertThat(folder.resolve("b")).hasBinaryContent(new byte[] {1, 2});
    AtomicFile.delete(file);
    AtomicFile.delete(file); // not being there is no error
    assertThat(file).doesNotExist();
  }

  @Test
  void aWriterThatFailsHalfWayLeavesTheOldFileAlone() throws IOException {
    // stands for a full disk, which a test cannot make without rights over the machine
    Path file = folder.resolve("checkpoint");
    AtomicFile.write(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      out.write(new byte[1000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot write " + file)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("on a disk with enough free space")
        .hasMessageContaining("what was there before is unchanged");
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileWhereAFolderShouldBeIsRefused() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
    assertThatThrownBy(() -> AtomicFile.write(blocked.resolve("a"), "text"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot write")
        .hasMessageContaining("a folder that can be written");
    assertThatThrownBy(() -> AtomicFile.copy(folder.resolve("none"), folder.resolve("b")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot copy");
    assertThatThrownBy(() -> AtomicFile.delete(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot remove");
    assertThatThrownBy(() -> AtomicFile.write(Path.of("/"), "text"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a file system's root");
  }

  @Test
  void theLongestNameCanBeWritten() throws IOException {
    Path file = folder.resolve("\u6c34".repeat(83) + "xy.csv"); // 3 * 83 + 6 bytes
    AtomicFile.requireWritable(file);
    AtomicFile.write(file, "text");
    assertThat(file).hasContent("text");
    Path longer = file.resolveSibling(file.getFileName() + "z");
    assertThatThrownBy(() -> AtomicFile.requireWritable(longer))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot write " + longer)
        .hasMessageContaining("a name too long for a file")
        .hasMessageContaining("at most 255 bytes")
        .hasMessageContaining("choose a shorter name");
    assertThatThrownBy(() -> AtomicFile.write(longer, "text")).isInstanceOf(WhenceException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anInterruptedThreadFinishesItsWrite() {
    Path file = folder.resolve("checkpoint");
    Thread.currentThread().interrupt();
    try {
      AtomicFile.write(file, "whole");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).hasContent("whole");
  }
}
