package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.experiment.SetMaps;
import whence.experiment.Sources;
import whence.experiment.TinyModel;
import whence.media.TestClip;

class MapsCommandTest {
  @TempDir Path folder;

  private Path videos(String... names) throws Exception {
    Path videos = Files.createDirectories(folder.resolve("videos"));
    Path original = TestClip.plain().write(folder.resolve("original.mp4"));
    for (String name : names) {
      Files.copy(original, videos.resolve(name + ".mp4"));
    }
    return videos;
  }

  @Test
  void videosBecomeClipsAndClipsBecomeMaps() throws Exception {
    Sources sources = TinyModel.sources(folder);
    Path model = TinyModel.file(sources, folder.resolve("m.safetensors"), 4, 0);
    Path clips = folder.resolve("clips");
    assertThat(CommandLineRun.of("prepare", videos("a", "b"), "--to", clips).code()).isZero();
    Path list = Files.writeString(folder.resolve("test.txt"), "a\ngone\nb\n");
    Path maps = folder.resolve("maps.json");
    CommandLineRun run =
        CommandLineRun.of(
            "maps",
            "flickr:" + clips,
            "--list",
            list,
            "--model",
            model,
            "--home",
            folder.resolve("home"),
            "--to",
            maps);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("flickr: the middle frame")
        .contains("flickr: 2 of 2")
        .contains("as prepared: frames shown at ")
        .contains("2 of 3 clips listed in " + list + "; 1 missing: gone", "2 of 2 clips");
    JsonNode all = new ObjectMapper().readTree(Files.readString(maps)).get("maps");
    assertThat(all).hasSize(2);
    assertThat(all.get(1).get("id").asText()).isEqualTo("b");
    assertThat(all.get(0).get("height").asInt()).isEqualTo(SetMaps.SIDE);
    assertThat(all.get(0).get("values")).hasSize(SetMaps.SIDE * SetMaps.SIDE);
    // equal clips, equal maps
    assertThat(all.get(0).get("values").get(77).asDouble())
        .isBetween(-1.0, 1.0)
        .isCloseTo(all.get(1).get("values").get(77).asDouble(), within(1e-5));
    assertThat(Files.readString(folder.resolve("maps.json.coverage.json"))).contains("\"gone\"");
    othersDrawToo(clips, list, model);
    assertThatNothingIsWrittenBelowAFile(clips, model);
  }

  /** The two clips are equal, so that a sound of the other clip changes nothing. */
  private void othersDrawToo(Path clips, Path list, Path model) throws Exception {
    Path guided = folder.resolve("guided.json");
    CommandLineRun run =
        CommandLineRun.of(
            "maps",
            "flickr:" + clips,
            "--list",
            list,
            "--model",
            model,
            "--home",
            folder.resolve("home"),
            "--localizer",
            "object-guided",
            "--negative-sounds",
            "--to",
            guided);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .as("features are those of the first call")
        .doesNotContain("flickr: 2 of 2")
        .contains("silence: marked share ", "noise: marked share ", "10 draws from ")
        .contains("off-screen: marked share 0.500 [0.500, 0.500]");
    assertThat(Files.readString(folder.resolve("guided.json.negative.json")))
        .contains("\"rule\"", "strictly above the median", "\"n\" : 2", "\"gone\"", "OFF_SCREEN");
    JsonNode values =
        new ObjectMapper().readTree(Files.readString(guided)).at("/maps/0").get("values");
    assertThat(values).hasSize(SetMaps.SIDE * SetMaps.SIDE);
    assertThat(values).allSatisfy(value -> assertThat(value.asDouble()).isBetween(0.0, 1.0));
    assertThat(values).anySatisfy(value -> assertThat(value.asDouble()).isGreaterThan(0.5));
  }

  private void assertThatNothingIsWrittenBelowAFile(Path clips, Path model) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Path to = file.resolve("maps.json");
    Path home = folder.resolve("home");
    CommandLineRun run =
        CommandLineRun.of("maps", "folder:" + clips, "--model", model, "--home", home, "--to", to);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Cannot write " + to, "got:", "expected:", "cure:");
    assertThat(run.out()).as("before any clip is opened").isEmpty();
    assertThat(file).hasContent("no folder");
  }

  @Test
  void setsThatAreNoneAreRefused() {
    Path to = folder.resolve("maps.json");
    CommandLineRun nameless = CommandLineRun.of("maps", folder, "--to", to);
    assertThat(nameless.code()).isEqualTo(1);
    assertThat(nameless.err()).contains("no name before a colon", "folder:DIR");
    CommandLineRun unknown = CommandLineRun.of("maps", "cinema:" + folder, "--to", to);
    assertThat(unknown.err()).contains("'cinema'", "vggss");
    CommandLineRun nobody = CommandLineRun.of("maps", "folder:x", "--localizer", "me", "--to", to);
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("'me'", "model, object-guided, swapped-sound, saliency");
    CommandLineRun unlisted = CommandLineRun.of("maps", "vggss:" + folder, "--to", to);
    assertThat(unlisted.err()).contains("no list", "--list");
  }

  @Test
  void soloVideosBecomeMosaics() throws Exception {
    Path solos = folder.resolve("solos");
    CommandLineRun prepared =
        CommandLineRun.of(
            "prepare", videos("p", "q", "r", "s"), "--to", solos, "--preset", "music");
    assertThat(prepared.out()).contains("16 clips made");
    Path list =
        Files.writeString(
            folder.resolve("solo.json"),
            "{\"videos\": {\"cello\": [\"p\"], \"erhu\": [\"q\"], \"flute\": [\"r\"],"
                + " \"tuba\": [\"s\", \"gone\"]}}");
    Path to = folder.resolve("mosaics");
    CommandLineRun run =
        CommandLineRun.of("mosaics", solos, "--list", list, "--to", to, "--count", 3);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("4 of 5 videos listed in " + list + "; 1 missing: gone")
        .contains("16 clips, of 16 seconds looked at", "3 of 3 mosaics", "Mosaics: " + to);
    assertThat(to.resolve("masks/mosaic-00002.png")).isRegularFile();
    assertThat(to.resolve("coverage.json")).content().contains("\"used\" : 4", "\"gone\"");
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CommandLineRun blocked =
        CommandLineRun.of("mosaics", solos, "--list", list, "--to", file, "--count", 1);
    assertThat(blocked.code()).isEqualTo(1);
    assertThat(blocked.err()).contains("Cannot write " + file, "got:", "expected:", "cure:");
    assertThat(file).hasContent("no folder");
  }
}
