package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;

class IdListTest {
  @TempDir Path folder;

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }

  @Test
  void listsAreReadAsTheFieldWritesThem() throws IOException {
    String text =
        "# test\n10000130166.jpg\r\n\n3908875350\n\"M1P1xla8rg0_000000\",dog,test\na.b.npy\n";
    IdList ids = IdList.read(list(text + "x;1\ny\t2\n"));
    assertThat(ids.ids())
        .containsExactly("10000130166", "3908875350", "M1P1xla8rg0_000000", "a.b", "x", "y");
    assertThat(ids.notes()).isEmpty();
  }

  @Test
  void anIdThatStandsAgainCountsOnceAndIsNoted() throws IOException {
    Path file = list("a\nb\na.jpg\n");
    assertThat(IdList.read(file).ids()).containsExactly("a", "b");
    assertThat(IdList.read(file).notes())
        .containsExactly("1 line of " + file + " repeats an id; each counts once");
    list("a\na\na\n");
    assertThat(IdList.read(file).notes())
        .containsExactly("2 lines of " + file + " repeat an id; each counts once");
  }

  @Test
  void badListsAreRefused() throws IOException {
    Path file = list("\n# a\n");
    assertThatThrownBy(() -> IdList.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the list "
                + file
                + "\n  got:      no id\n"
                + "  expected: one id a line\n"
                + "  cure:     check the path; a list of a data set comes with its code");
    list("a\nb/c\n");
    assertThatThrownBy(() -> IdList.read(file)).hasMessageContaining("from " + file + ", line 2");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> IdList.read(file)).hasMessageContaining("no text in UTF-8");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> IdList.read(none)).hasMessageContaining("check the path and");
  }
}
