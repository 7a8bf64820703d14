package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files to numbers, with the maps and scores of published evaluation code. */
class ScoreCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/evaluate");
  private static final double BOUNDARY_PIXELS = 2e-4;
  private static final int SENSITIVE_PIXELS = 30;

  @TempDir Path folder;
  private Path flickr;
  private Path vggss;
  private Path maps;

  /** The golden samples in the formats of their data sets. */
  @BeforeEach
  void writeSamples() throws IOException {
    flickr = Files.createDirectory(folder.resolve("flickr"));
    vggss = folder.resolve("vggss.json");
    maps = folder.resolve("maps.json");
    List<String> boxes = new ArrayList<>();
    List<String> all = new ArrayList<>();
    JsonNode samples = new ObjectMapper().readTree(GOLDEN.resolve("eval_samples.json").toFile());
    for (JsonNode sample : samples.get("samples")) {
      String id = sample.get("id").asText();
      String size = sample.get("size").asText();
      all.add(
          "{\"id\":\"%s\",\"height\":%s,\"width\":%s,\"values\":%s}"
              .formatted(id, size, size, sample.get("av")));
      if (sample.get("gt_style").asText().equals("flickr")) {
        Files.writeString(flickr.resolve(id + ".xml"), xml(sample.get("boxes")));
      } else {
        boxes.add(
            "{\"file\":\"%s\",\"class\":\"c\",\"bbox\":%s}".formatted(id, sample.get("boxes")));
      }
    }
    Files.writeString(vggss, boxes.toString());
    Files.writeString(maps, "{\"maps\":" + all + "}");
  }

  private static String xml(JsonNode annotators) {
    StringBuilder xml = new StringBuilder("<annotations>");
    for (JsonNode annotator : annotators) {
      xml.append("<annotator>");
      for (JsonNode box : annotator) {
        xml.append("<bbox><name>x</name>");
        box.forEach(v -> xml.append("<v>").append(v).append("</v>"));
        xml.append("</bbox>");
      }
      xml.append("</annotator>");
    }
    return xml.append("</annotations>").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "LVS, lvs_median, bilinear_half_median",
    "EZ_VSL, ez_av, bilinear_ac_median",
    "ALIGN, align_ez_median, bilinear_ac_median",
    "SSPL_FIXED, sspl_fixed05, bilinear_half_fixed05",
    "SLAVC, slavc_rel_av, bicubic_ac_median"
  })
  void everyClipHasItsPublishedScore(String protocol, String column, String sensitivity)
      throws IOException {
    int compared = 0;
    for (String truth : List.of("flickr:" + flickr, "vggss:" + vggss)) {
      CommandLineRun run =
          CommandLineRun.of(
              "score", "--protocol", protocol, "--truth", truth, "--maps", maps, "--json");
      assertThat(run.code()).isZero();
      JsonNode json = new ObjectMapper().readTree(run.out());
      assertThat(json.path("protocol").asText()).isEqualTo(protocol);
      assertThat(json.path("n").asInt()).isEqualTo(json.path("listed").asInt());
      for (JsonNode clip : json.path("clips")) {
        String id = clip.path("id").asText();
        String sensitive = cell("eval_per_sample.csv", id, "columns_sensitive_to_float_order");
        double onTheThreshold = Double.parseDouble(cell("eval_sensitivity.csv", id, sensitivity));
        if (!sensitive.contains(column) && onTheThreshold <= SENSITIVE_PIXELS) {
          double published = Double.parseDouble(cell("eval_per_sample.csv", id, column));
          assertThat(clip.path("ciou").asDouble())
              .as(id)
              .isCloseTo(published, within(BOUNDARY_PIXELS));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(24);
  }

  private static String cell(String file, String id, String column) throws IOException {
    List<String> lines =
        Files.readAllLines(GOLDEN.resolve(file)).stream().filter(l -> !l.startsWith("#")).toList();
    String line = lines.stream().filter(l -> l.startsWith(id + ",")).findFirst().orElseThrow();
    return line.split(",", -1)[List.of(lines.get(0).split(",")).indexOf(column)];
  }

  @Test
  void jsonStandsAloneAndSaysWhatIsMissing() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "se000golden_000512.jpg\nnobody\n");
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
        .contains("1 of 2 listed clips scored (50.0 %)", "missing: nobody")
        .contains("note: nobody: listed, but not annotated");
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
        .contains("maps.json by groups of clips", "size=huge", "boxes=1")
        .contains("\n\nmaps.json minus other.json, lvs, paired bootstrap over the 22 clips of both")
        .contains("success @0.5  0.000 [0.000, 0.000]  0.0 %")
        .contains("\n\nPRINTED BY OTHERS, not measured here")
        .contains("oracle ");
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
            "--against",
            other,
            "--peers");
    assertThat(new ObjectMapper().readTree(json.out()).path("n").asInt()).isEqualTo(22);
    assertThat(json.err()).contains("maps.json minus other.json", "PRINTED BY OTHERS");
    CommandLineRun unknown =
        CommandLineRun.of(
            "score", "--protocol", "LVS", "--truth", "vggss:" + vggss, "--maps", maps, "--by", "x");
    assertThat(unknown.code()).isEqualTo(2);
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
        .contains("flickr:DIR, vggss:FILE.json,");
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

  @Test
  void aFolderOfNumpyFilesGivesTheSame() throws IOException {
    JsonNode all = new ObjectMapper().readTree(maps.toFile()).get("maps");
    Path npy = Files.createDirectory(folder.resolve("npy"));
    for (JsonNode map : all) {
      int size = map.get("height").asInt();
      String header =
          "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d)}".formatted(size, size);
      java.nio.ByteBuffer bytes =
          java.nio.ByteBuffer.allocate(10 + header.length() + 8 * size * size)
              .order(java.nio.ByteOrder.LITTLE_ENDIAN);
      bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      bytes.putShort((short) header.length());
      bytes.put(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      map.get("values").forEach(value -> bytes.putDouble(value.asDouble()));
      Files.write(npy.resolve(map.get("id").asText() + ".npy"), bytes.array());
    }
    String[] outputs = new String[2];
    Path[] sources = {maps, npy};
    for (int k = 0; k < 2; k++) {
      outputs[k] =
          CommandLineRun.of(
                  "score",
                  "--protocol",
                  "WHENCE",
                  "--truth",
                  "vggss:" + vggss,
                  "--maps",
                  sources[k],
                  "--json")
              .out()
              .lines()
              .collect(Collectors.joining("\n"));
    }
    assertThat(outputs[0]).isNotEmpty().isEqualTo(outputs[1]);
  }
}
