package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;

class JsonMapsTest {
  private static final String GOOD = "{\"id\":\"a\",\"height\":1,\"width\":2,\"values\":[1,2.5]}";

  @TempDir Path folder;

  private Path file(String text) {
    return MapFiles.text(folder.resolve("maps.json"), text);
  }

  @Test
  void fieldsComeInAnyOrderAndOthersArePassedOver() {
    List<NamedMap> maps =
        MapFiles.read(
            file(
                "{\"model\":{\"name\":[1,2]},\"maps\":["
                    + GOOD
                    + ",{\"values\":[-1e-3,0,7],\"note\":[[]],\"width\":1,\"id\":\"b\",\"height\":3}"
                    + "],\"end\":null}"));
    assertThat(maps).extracting(NamedMap::id).containsExactly("a", "b");
    assertThat(maps.get(0).map().values()).containsExactly(1, 2.5f);
    assertThat(maps.get(1).map().height()).isEqualTo(3);
    assertThat(maps.get(1).map().values()).containsExactly(-1e-3f, 0, 7);
    assertThat(MapSource.open(folder.resolve("maps.json")).name()).isEqualTo("maps.json");
    assertThat(MapFiles.read(file("{\"maps\":[]}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"maps\":[GOOD,{\"id\":\"b\",\"hei|Unexpected end-of-input|after 1 whole maps",
        "{\"maps\":[GOOD|Unexpected end-of-input|after 1 whole maps",
        "{\"maps\":[GOOD]|Unexpected end-of-input|after 1 whole maps",
        "{\"maps\":[GOOD]}x|Unrecognized token|after 1 whole maps",
        "{\"maps\":[GOOD]}{}|something after the last brace|after 1 whole maps",
        "{\"maps\":[GOOD,7]}|something that is no object|after 1 whole maps",
        "{\"maps\":[GOOD],\"maps\":[]}|no single array 'maps'|after 1 whole maps",
        "{\"maps\":7}|no single array 'maps'|after 0 whole maps",
        "{\"map\":[]}|no array 'maps'|after 0 whole maps",
        "[GOOD]|no object at its start|after 0 whole maps",
        "{\"maps\":[{\"height\":1,\"width\":1,\"values\":[1]}]}|no text as 'id'|after 0",
        "{\"maps\":[{\"id\":7,\"height\":1,\"width\":1,\"values\":[1]}]}|no text as 'id'|after 0",
        "{\"maps\":[{\"id\":\"a\",\"width\":1,\"values\":[1]}]}|no height, width or values for a|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":0,\"width\":1,\"values\":[]}]}|'0' as height|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":1.5,\"width\":1,\"values\":[]}]}|'1.5' as height|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":99999,\"width\":1,\"values\":[]}]}|'99999' as height|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":2,\"width\":2,\"values\":[1,2,3]}]}"
            + "|3 values for a map of 2 x 2, clip a|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":1,\"width\":2,\"values\":[[1,2]]}]}"
            + "|'[' among the values|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":1,\"width\":1,\"values\":[null]}]}"
            + "|'null' among the values|0",
        "{\"maps\":[{\"id\":\"a\",\"height\":1,\"width\":1,\"values\":\"7\"}]}"
            + "|no array of numbers as 'values'|0"
      })
  void whatIsCutShortOrOfAnotherFormIsRefused(String text, String got, String reached) {
    Path file = file(text.replace("GOOD", GOOD));
    assertThatThrownBy(() -> MapFiles.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessageStartingWith("Cannot read heat maps from " + file + "\n  got:      ")
        .hasMessageContaining(got)
        .hasMessageContaining(reached)
        .hasMessageContaining("\n  expected: {\"maps\":[{\"id\":..,\"height\":..,\"width\":..,")
        .hasMessageContaining(
            "\n  cure:     write the file again, whole; values stand in one flat");
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity", "1e300, Infinity"})
  void whatIsNoFiniteNumberIsRefused(String value, String named) {
    Path file =
        file(
            "{\"maps\":[{\"id\":\"a\",\"height\":2,\"width\":2,\"values\":[0,0,0,"
                + value
                + "]}]}");
    assertThatThrownBy(() -> MapFiles.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score the map of clip a in "
                + file
                + "\n  got:      "
                + named
                + " at row 1, column 1\n"
                + "  expected: finite values in single precision\n"
                + "  cure:     look for a non-finite weight in the network that drew it; a map that"
                + " is left out is reported as missing");
  }

  @Test
  void idsWithPathSeparatorsAreRefused() {
    Path file = file("{\"maps\":[" + GOOD.replace("\"a\"", "\"../a\"") + "]}");
    assertThatThrownBy(() -> MapFiles.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot take an id of a clip from "
                + file
                + "\n  got:      '../a'\n"
                + "  expected: 1 to 255 characters that can be a file's name, without path"
                + " separators and control characters\n"
                + "  cure:     use the names of the data set's clips alone, without folders");
  }

  @Test
  void whatIsNotThereIsRefused() {
    Path none = folder.resolve("none.json");
    assertThatThrownBy(() -> MapSource.open(none))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read heat maps from " + none)
        .hasMessageContaining("nothing there")
        .hasMessageContaining("check the path");
  }
}
