package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;
import whence.data.reader.ClassTruth;

/** Mosaics of four tiles, judged class by class. */
class ScoreClassesCommandTest {
  @TempDir Path folder;
  private Path truth;

  @BeforeEach
  void writeTruth() throws IOException {
    truth =
        Files.writeString(
            folder.resolve("mosaics.json"),
            "["
                + mosaic("a", "cello flute tuba erhu")
                + ","
                + mosaic("b", "erhu erhu flute tuba")
                + "]");
  }

  /** The first two tiles sound. */
  private static String mosaic(String id, String classes) {
    String[] names = classes.split(" ");
    return IntStream.range(0, 4)
        .mapToObj(
            k ->
                "{\"solo\":\"s%d\",\"soundClass\":\"%s\",\"role\":\"%s\"}"
                    .formatted(k, names[k], k < 2 ? "SOUNDING" : "SILENT"))
        .collect(Collectors.joining(",", "{\"id\":\"" + id + "\",\"tiles\":[", "]}"));
  }

  /** A map of two by two cells, one a tile. */
  private static String map(String id, double... values) {
    return "{\"id\":\"%s\",\"height\":2,\"width\":2,\"values\":%s}"
        .formatted(id, java.util.Arrays.toString(values));
  }

  private Path maps(List<String> maps) throws IOException {
    return Files.writeString(
        folder.resolve("maps.json"), "{\"maps\":[" + String.join(",", maps) + "]}");
  }

  private static List<String> ofA() {
    return new ArrayList<>(
        List.of(
            map("a@cello", 1, 0, 0, 0),
            map("a@flute", 0, 1, 0, 0),
            map("a@tuba", 0, 0, 0, 0),
            map("a@erhu", 0.1, 0.1, 0.1, 0.1)));
  }

  @Test
  void tilesOfAClassAreItsTruth() {
    List<ClassTruth> truths = ClassTruth.mosaics(truth);
    assertThat(truths).extracting(ClassTruth::id).containsExactly("a", "b");
    assertThat(truths.get(0).classes()).containsExactly("cello", "flute", "erhu", "tuba");
    assertThat(truths.get(1).sounding().keySet()).containsExactly("erhu");
    assertThat(truths.get(1).silent()).containsExactlyInAnyOrder("flute", "tuba");
  }

  @Test
  void rightMapsSucceedAndClipsWithoutAMapAreMissing() throws IOException {
    List<String> some = ofA();
    some.add(map("b@erhu", 1, 1, 0, 0));
    some.add(map("b@flute", 0, 0, 0, 0));
    some.add(map("c@flute", 0, 0, 0, 0));
    CommandLineRun run = CommandLineRun.of("score-classes", "--truth", truth, "--maps", maps(some));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 of 2 clips listed in " + truth + "; 1 missing: b")
        .contains("1 maps of no clip and class of the truth are left out")
        .contains("above 0.5 of the maximum: class-aware success @0.3 1.000 [1.000, 1.000]")
        .contains("an all-zero map has 1) 1.000");
  }

  @Test
  void jsonHasEveryNumber() throws IOException {
    List<String> all = ofA();
    all.add(map("b@erhu", 0, 0, 1, 1));
    all.add(map("b@flute", 1, 1, 1, 1));
    all.add(map("b@tuba", 0, 0, 0, 0));
    CommandLineRun run =
        CommandLineRun.of("score-classes", "--truth", truth, "--maps", maps(all), "--json");
    assertThat(run.err()).contains("2 of 2 clips");
    assertThat(run.out())
        .contains("\"n\" : 2", "\"missing\" : [ ]", "\"fraction_of_maximum\" : 0.5")
        .containsPattern("\"success\" : \\{\\s+\"value\" : 0.5,")
        .containsPattern("\"silence\" : \\{\\s+\"value\" : 0.75,");
  }

  @Test
  void whatCannotBeScoredIsRefused() throws IOException {
    List<String> twice = ofA();
    twice.add(twice.get(0));
    CommandLineRun run =
        CommandLineRun.of("score-classes", "--truth", truth, "--maps", maps(twice));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("two maps of a@cello", "cure:");
    CommandLineRun none =
        CommandLineRun.of(
            "score-classes", "--truth", truth, "--maps", maps(List.of(map("a", 0, 0, 0, 0))));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no clip with a map for each", "ids such as a@cello");
    CommandLineRun absurd =
        CommandLineRun.of(
            "score-classes", "--truth", truth, "--maps", maps(ofA()), "--fraction", "1.5");
    assertThat(absurd.code()).isEqualTo(1);
    assertThat(absurd.err()).contains("1.5 of the maximum");
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
    String one = mosaic("a", "cello flute tuba erhu");
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
