package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;
import whence.data.reader.ClassTruth;
import whence.data.reader.ClassTruthFormat;
import whence.data.reader.TestMosaics;
import whence.evaluate.score.ScoreCsv;

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
                + TestMosaics.json("a", "cello flute tuba erhu")
                + ","
                + TestMosaics.json("b", "erhu erhu flute tuba")
                + "]");
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
  void rightMapsSucceedAndClipsWithoutAMapAreMissing() throws IOException {
    List<String> some = ofA();
    some.add(map("b@erhu", 1, 1, 0, 0));
    some.add(map("b@flute", 0, 0, 0, 0));
    some.add(map("c@flute", 0, 0, 0, 0));
    CommandLineRun run =
        CommandLineRun.of("score-classes", "--truth", "mosaics:" + truth, "--maps", maps(some));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("a class is predicted > 0.5 of its map's maximum; mean cIoU of the classes that")
        .contains("\nground truth: whole tiles, ", "cannot be compared", "32.3 % that DSOL printed")
        .contains("1 of 2 clips listed in mosaics:" + truth + "; 1 missing: b")
        .contains("1 maps of no clip and class of the truth are left out")
        .contains("above 0.5 of the maximum: class-aware success @0.3 1.000 [1.000, 1.000]")
        .contains("an all-zero map has 1) 1.000");
  }

  @Test
  void everyMissingClipIsNamedWhereNothingIsStored() throws IOException {
    List<String> clips = new ArrayList<>(List.of(TestMosaics.json("a", "cello flute tuba erhu")));
    IntStream.range(0, 6)
        .forEach(k -> clips.add(TestMosaics.json("g" + k, "cello flute tuba erhu")));
    Files.writeString(truth, clips.toString());
    Object[] words = {"score-classes", "--truth", "mosaics:" + truth, "--maps", maps(ofA())};
    assertThat(CommandLineRun.of(words).out()).contains("missing: g0, g1, g2, g3, g4, g5\n");
  }

  @Test
  void jsonHasEveryNumber() throws IOException {
    List<String> all = ofA();
    all.add(map("b@erhu", 0, 0, 1, 1));
    all.add(map("b@flute", 1, 1, 1, 1));
    all.add(map("b@tuba", 0, 0, 0, 0));
    CommandLineRun run =
        CommandLineRun.of(
            "score-classes", "--truth", "mosaics:" + truth, "--maps", maps(all), "--json");
    assertThat(run.err()).contains("2 of 2 clips", "protocol dsol, class by class", "whole tiles");
    assertThat(run.out())
        .contains("\"protocol\" : \"dsol, class by class", "\"ground_truth\" : \"whole tiles")
        .contains("\"n\" : 2", "\"missing\" : [ ]", "\"fraction_of_maximum\" : 0.5")
        .containsPattern("\"success\" : \\{\\s+\"value\" : 0.5,")
        .containsPattern("\"silence\" : \\{\\s+\"value\" : 0.75,");
  }

  @Test
  void theCsvHasItsCoverageBesideIt() throws IOException {
    Path csv = folder.resolve("out/classes.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "score-classes", "--truth", "mosaics:" + truth, "--maps", maps(ofA()), "--csv", csv);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("above 0.5 of the maximum: class-aware success @0.3 1.000");
    assertThat(Files.readAllLines(csv))
        .hasSize(4)
        .startsWith(
            ScoreCsv.HEADER,
            "dsol-classes,0.5 of the maximum,maps.json,all,success @0.3,1.0,1.0,1.0,1,2")
        .anyMatch(line -> line.contains(",all,auc,"))
        .anyMatch(line -> line.contains(",all,nsa,1.0,1.0,1.0,1,2"));
    JsonNode beside =
        new ObjectMapper().readTree(folder.resolve("out/classes.csv.coverage.json").toFile());
    assertThat(beside.path("truth").asText()).isEqualTo("mosaics:" + truth);
    assertThat(beside.path("ground_truth").asText()).startsWith("whole tiles");
    assertThat(beside.path("n").asInt()).isEqualTo(1);
    assertThat(beside.path("listed").asInt()).isEqualTo(2);
    assertThat(beside.path("missing").toString()).isEqualTo("[\"b\"]");
    assertThat(beside.path("frames_without_boxes").asInt()).isZero();
    assertThat(beside.path("protocols").path("dsol-classes").asText())
        .startsWith("dsol, class by class: maps to 224 x 224 (bilinear, half-pixel centres)");
  }

  @Test
  void whatCannotBeScoredIsRefused() throws IOException {
    List<String> twice = ofA();
    twice.add(twice.get(0));
    CommandLineRun run =
        CommandLineRun.of("score-classes", "--truth", "mosaics:" + truth, "--maps", maps(twice));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("two maps of a@cello", "cure:");
    CommandLineRun none =
        CommandLineRun.of(
            "score-classes",
            "--truth",
            "mosaics:" + truth,
            "--maps",
            maps(List.of(map("a", 0, 0, 0, 0))));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no clip with a map for each", "ids such as a@cello");
    CommandLineRun absurd =
        CommandLineRun.of(
            "score-classes",
            "--truth",
            "mosaics:" + truth,
            "--maps",
            maps(ofA()),
            "--fraction",
            "1.5");
    assertThat(absurd.code()).isEqualTo(1);
    assertThat(absurd.err()).contains("1.5 of the maximum");
  }

  private static final String DUETS =
      """
      {"v_1_0_1000/frame_175/05257.jpg": {"bbox": [
         {"box": [0, 0, 320, 180], "normbox": [0.0, 0.0, 0.5, 0.5], "category_id": 1},
         {"box": [320, 180, 160, 180], "normbox": [0.5, 0.5, 0.25, 0.5], "category_id": 11},
         {"box": [480, 180, 400, 180], "normbox": [0.75, 0.5, 0.625, 0.5], "category_id": 11}],
         "wdith": 640, "height": 360},
       "w_0_1000/frame_009/00290.jpg": {"bbox": [], "wdith": 640, "height": 360}}
      """;

  @Test
  void boxesOfDuetsAreRead() throws IOException {
    Path file = Files.writeString(folder.resolve("duettest.json"), DUETS);
    ClassTruthFormat.Annotations read = ClassTruthFormat.open("duets:" + file);
    assertThat(read.empty()).isEqualTo(1);
    ClassTruth clip = read.clips().get(0);
    assertThat(clip.id()).isEqualTo("v_1_000175");
    assertThat(clip.sounding().keySet()).containsExactlyInAnyOrder("cello", "violin");
    assertThat(clip.silent())
        .containsExactlyInAnyOrder(
            "accordion",
            "acoustic_guitar",
            "clarinet",
            "erhu",
            "flute",
            "saxophone",
            "trumpet",
            "tuba",
            "xylophone");
    // Two boxes of one instrument are one truth; what lies beyond the frame is cut off.
    assertThat(clip.truth("violin").count()).isEqualTo(112 * 112);
    assertThat(clip.truth("cello").map().at(111, 111)).isEqualTo(1);
    assertThat(clip.truth("cello").map().at(112, 111)).isZero();

    List<String> maps = new ArrayList<>();
    clip.silent().forEach(name -> maps.add(map(clip.id() + "@" + name, 0.2, 0.2, 0.2, 0.2)));
    maps.add(map("v_1_000175@cello", 1, 0, 0, 0));
    maps.add(map("v_1_000175@violin", 0, 0, 0, 1));
    CommandLineRun run =
        CommandLineRun.of("score-classes", "--truth", "duets:" + file, "--maps", maps(maps));
    assertThat(run.out())
        .contains("1 frames without boxes are left out, as published")
        .contains("\nground truth: half-open boxes in fractions v", "> 0.2 of its map's")
        .contains("above 0.2 of the maximum: class-aware success @0.3 1.000 [1.000, 1.000]");
    assertThat(CommandLineRun.of("score-classes", "--truth", file, "--maps", maps(maps)).err())
        .contains("no such format before a colon", "mosaics:FILE.json, duets:FILE.json");
  }

  @ParameterizedTest
  @CsvSource({
    "category_id\": 11, category_id\": 7, the category_id 7 of v_1",
    "frame_175/, shot_175/, the name v_1_0_1000/shot_175",
    "v_1_0, ../v_0, Cannot take an id of a clip",
    "'[0.0, 0.0, 0.5, 0.5]', '[0.0, 0.5, 0.5]', 'the box [0.0,0.5,0.5] in entry 0'",
    "'[]', 7, no array under 'bbox' of w_0",
    "'{\"v_1', '[{\"v_1', no object at its start",
    "'360}}', '360', Unexpected end-of-input"
  })
  void otherDuetsAreRefused(String part, String other, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), DUETS.replace(part, other));
    assertThatThrownBy(() -> ClassTruthFormat.open("duets:" + file))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining(said);
  }
}
