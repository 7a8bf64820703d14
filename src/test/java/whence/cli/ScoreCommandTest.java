package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.evaluate.Protocol;

/** What the command prints, writes and refuses. */
class ScoreCommandTest {
  @TempDir Path folder;
  private Path flickr;
  private Path vggss;
  private Path maps;

  @BeforeEach
  void writeSamples() throws IOException {
    GoldenFiles files = GoldenFiles.in(folder);
    flickr = files.flickr();
    vggss = files.vggss();
    maps = files.maps();
  }

  @Test
  void jsonStandsAloneAndSaysWhatIsMissing() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.txt"), "# mine\nse000golden_000512.jpg\nnobody\nnobody\n");
    CommandLineRun run =
        CommandLineRun.of(
            "score",
            "--protocol",
            "lvs",
            "--truth",
            "flickr:" + flickr,
            "--maps",
            maps,
            "--list",
            list,
            "--json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "protocol", "n", "listed", "missing", "success", "mean_ciou", "auc", "clips");
    assertThat(json.path("n").asInt()).isEqualTo(1);
    assertThat(json.path("listed").asInt()).isEqualTo(2);
    assertThat(json.path("missing").toString()).isEqualTo("[\"nobody\"]");
    assertThat(json.path("clips").get(0).fieldNames()).toIterable().containsExactly("id", "ciou");
    assertThat(run.err())
        .contains("protocol " + Protocol.LVS.description() + "\ntruth flickr:")
        .contains("\nground truth: half-open boxes in a frame of 256, ", "g = min(boxes / 2, 1)\n")
        .contains("1 of 2 listed clips scored (50.0 %)", "missing: nobody")
        .contains("note: nobody: listed, but not annotated")
        .contains("note: 1 line of " + list + " repeats an id; each counts once");
  }

  @Test
  void severalProtocolsGiveSeveralTablesAndOneCsv() throws IOException {
    Path csv = folder.resolve("out/scores.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "score",
            "--protocol",
            "ez-vsl,Whence",
            "--truth",
            "vggss:" + vggss,
            "--maps",
            maps,
            "--csv",
            csv);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "protocol ez-vsl: map to", "\n\nprotocol whence: map to", "centre-disc", "random");
    assertThat(Files.readAllLines(csv).stream().skip(1).map(l -> l.split(",")[0]).distinct())
        .containsExactly("ez-vsl", "whence");
    JsonNode beside =
        new ObjectMapper().readTree(folder.resolve("out/scores.csv.coverage.json").toFile());
    assertThat(beside.path("n").asInt()).isEqualTo(22);
    assertThat(beside.path("listed").asInt()).isEqualTo(22);
    assertThat(beside.path("missing").isArray()).isTrue();
    assertThat(beside.path("ground_truth").asText()).contains("g = 1 in their union");
    assertThat(beside.path("protocols").path("ez-vsl").asText())
        .isEqualTo(Protocol.EZ_VSL.description());
    CommandLineRun all =
        CommandLineRun.of(
            "score", "--protocol", "ALL", "--truth", "vggss:" + vggss, "--maps", maps, "--json");
    JsonNode json = new ObjectMapper().readTree(all.out());
    assertThat(json.findValuesAsText("protocol"))
        .containsExactly(
            "WHENCE", "LVS", "EZ_VSL", "SLAVC", "ALIGN", "SSPL_FIXED", "DSOL", "AVSBENCH");
    assertThat(json.get(1).path("mean_ciou").isNumber()).isTrue();
    assertThat(json.get(4).path("mean_ciou").isNull()).as("0 / 0 as published").isFalse();
  }

  @Test
  void groupsComparisonsAndPeersStandApart() throws IOException {
    Path other = Files.copy(maps, folder.resolve("other.json"));
    CommandLineRun run =
        CommandLineRun.of(
            "score",
            "--protocol",
            "LVS",
            "--truth",
            "vggss:" + vggss,
            "--maps",
            maps,
            "--by",
            "size,boxes",
            "--against",
            other,
            "--peers");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("\ngroup +localizer +n +success @0.5")
        .containsPattern("\nsize=huge +maps.json .+\n +whole-image .+\n +centre-disc ")
        .contains("\n\nmaps.json minus other.json, lvs, paired bootstrap over the 22 clips of both")
        .contains("success @0.5  0.000 [0.000, 0.000]  0.0 %")
        .contains("\n\nPRINTED BY OTHERS, not measured here")
        .contains("oracle ");
  }

  @Test
  void comparisonsAndPeersStayOutOfTheJson() throws IOException {
    Path other = Files.copy(maps, folder.resolve("other.json"));
    CommandLineRun json =
        CommandLineRun.of(
            "score",
            "--protocol",
            "LVS",
            "--truth",
            "vggss:" + vggss,
            "--maps",
            maps,
            "--json",
            "--by",
            "size",
            "--against",
            other,
            "--peers");
    assertThat(new ObjectMapper().readTree(json.out()).path("groups").findValuesAsText("group"))
        .contains("size=huge");
    assertThat(new ObjectMapper().readTree(json.out()).path("n").asInt()).isEqualTo(22);
    assertThat(json.err()).contains("maps.json minus other.json", "PRINTED BY OTHERS");
  }

  @Test
  void zeroByZeroAsPublishedIsNullInJson() throws IOException {
    Files.writeString(vggss, "[{\"file\":\"a\",\"class\":\"c\",\"bbox\":[[0,0,0,1]]}]");
    Files.writeString(maps, "{\"maps\":[{\"id\":\"a\",\"height\":1,\"width\":1,\"values\":[1]}]}");
    CommandLineRun run =
        CommandLineRun.of(
            "score", "--protocol", "ALIGN", "--truth", "vggss:" + vggss, "--maps", maps, "--json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("mean_ciou").isNull()).isTrue();
    assertThat(json.path("clips").get(0).path("ciou").isNull()).isTrue();
    assertThat(json.path("success").asDouble()).isZero();
    assertThat(run.err()).contains("align divides 0 by 0 there, as published");
  }

  @Test
  void badInputIsRefusedInFourParts() throws IOException {
    for (String[] words :
        new String[][] {
          {"vggss:" + vggss, folder.resolve("none").toString(), "Cannot read heat maps from"},
          {"vggss:" + folder.resolve("none"), maps.toString(), "Cannot read the truth vggss:"},
          {"coco:x", maps.toString(), "the format 'coco'"},
          {"masks:" + flickr, maps.toString(), "no .png file"}
        }) {
      CommandLineRun run =
          CommandLineRun.of("score", "--protocol", "LVS", "--truth", words[0], "--maps", words[1]);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(words[2])
          .contains("\n  got:      ", "\n  expected: ", "\n  cure:     ")
          .doesNotContain("\tat ");
    }
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("scores.csv");
    CommandLineRun csv =
        CommandLineRun.of(
            "score",
            "--protocol",
            "LVS",
            "--truth",
            "vggss:" + vggss,
            "--maps",
            maps,
            "--csv",
            blocked);
    assertThat(csv.code()).isEqualTo(1);
    assertThat(csv.err()).contains("Cannot write " + blocked);
  }

  @Test
  void wrongUsageIsTwo() {
    CommandLineRun unknown =
        CommandLineRun.of(
            "score", "--protocol", "VLS", "--truth", "vggss:" + vggss, "--maps", maps);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("Unknown protocol 'VLS': ALL or one of [WHENCE, LVS, EZ_VSL");
    CommandLineRun missing = CommandLineRun.of("score", "--maps", maps);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("Missing required options", "--protocol", "--truth");
    assertThat(CommandLineRun.of("help", "score").out())
        .contains("--protocol=P", "--truth=FORMAT:PATH", "--maps=FILE", "--list", "--csv", "--json")
        .contains("flickr:DIR, vggss:FILE.json,", "score-classes --fraction");
  }

  @Test
  void anInterruptIsToldApart() {
    Thread.currentThread().interrupt();
    CommandLineRun run =
        CommandLineRun.of(
            "score", "--protocol", "LVS", "--truth", "vggss:" + vggss, "--maps", maps);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.code()).isEqualTo(130);
  }
}
