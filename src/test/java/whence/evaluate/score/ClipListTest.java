package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;

class ClipListTest {
  @TempDir Path folder;

  private Path list(String text) {
    return MapFiles.text(folder.resolve("list.txt"), text);
  }

  @Test
  void listsAreReadAsTheFieldWritesThem() {
    assertThat(
            ClipList.read(list("10000130166.jpg\r\n\n3908875350\nM1P1xla8rg0_000000,dog,test\n")))
        .containsExactly("10000130166", "3908875350", "M1P1xla8rg0_000000");
    assertThat(ClipList.read(list("a.b.npy"))).containsExactly("a.b");
  }

  @Test
  void badListsAreRefused() throws IOException {
    Path file = list("a\nb\na.jpg\n");
    assertThatThrownBy(() -> ClipList.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the list "
                + file
                + "\n  got:      a a second time, in line 3\n"
                + "  expected: at least one id, one a line, each once\n"
                + "  cure:     correct the list; what it leaves out is not scored");
    list("\n\n");
    assertThatThrownBy(() -> ClipList.read(file)).hasMessageContaining("got:      no id");
    list("a\nb/c\n");
    assertThatThrownBy(() -> ClipList.read(file)).hasMessageContaining("from " + file + ", line 2");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ClipList.read(file)).hasMessageContaining("no text in UTF-8");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> ClipList.read(none)).hasMessageContaining("a readable file");
  }
}
