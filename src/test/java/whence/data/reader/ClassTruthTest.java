package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;

/** Mosaics as the truth of each class; duets are in {@code ScoreClassesCommandTest}. */
class ClassTruthTest {
  @TempDir Path folder;

  @Test
  void tilesOfAClassAreItsTruth() throws IOException {
    Path file = folder.resolve("mosaics.json");
    String a = TestMosaics.json("a", "cello flute tuba erhu");
    Files.writeString(file, "[" + a + "," + TestMosaics.json("b", "erhu erhu flute tuba") + "]");
    List<ClassTruth> truths = ClassTruth.mosaics(file);
    assertThat(truths).extracting(ClassTruth::id).containsExactly("a", "b");
    assertThat(truths.get(0).classes()).containsExactly("cello", "flute", "erhu", "tuba");
    assertThat(truths.get(1).sounding().keySet()).containsExactly("erhu");
    assertThat(truths.get(1).silent()).containsExactlyInAnyOrder("flute", "tuba");
    // The upper half: both tiles of the class. Of the other clip the upper right tile.
    assertThat(truths.get(1).truth("erhu").count()).isEqualTo(112 * 224);
    assertThat(truths.get(1).truth("erhu").map().at(111, 223)).isEqualTo(1);
    assertThat(truths.get(1).truth("erhu").map().at(112, 223)).isZero();
    assertThat(truths.get(0).truth("flute").count()).isEqualTo(112 * 112);
    assertThat(truths.get(0).truth("flute").map().at(111, 112)).isEqualTo(1);
    assertThatThrownBy(() -> truths.get(1).truth("tuba"))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot draw where tuba sounds in b\n"
                + "  got:      a class that does not sound there\n"
                + "  expected: one of [erhu]\n"
                + "  cure:     ask of the classes that sound only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[{\"id\":\"a\",\"tiles\":[]}]; 0 tiles in a",
        "[{\"id\":\"../a\",\"tiles\":[]}]; Cannot take an id",
        "[{\"id\":\"a\"; expected",
        "{}; no array at its start",
      })
  void otherFilesAreRefused(String text, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), text);
    assertThatThrownBy(() -> ClassTruth.mosaics(file))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining(said)
        .hasMessageContaining("expected:");
  }

  @Test
  void unknownRolesAndClipsThatComeTwiceAreRefused() throws IOException {
    Path loud = folder.resolve("loud.json");
    String one = TestMosaics.json("a", "cello flute tuba erhu");
    Files.writeString(loud, "[" + one.replace("SILENT", "LOUD") + "]");
    assertThatThrownBy(() -> ClassTruth.mosaics(loud))
        .hasMessageContaining("a tile of a that neither sounds nor is silent");
    Files.writeString(loud, "[" + one.replace("SOUNDING", "SILENT") + "]");
    assertThatThrownBy(() -> ClassTruth.mosaics(loud))
        .hasMessageContaining("no tile of a that sounds");
    Files.writeString(loud, "[" + one + "," + one + "]");
    assertThatThrownBy(() -> ClassTruth.mosaics(loud)).hasMessageContaining("the clip a twice");
  }
}
