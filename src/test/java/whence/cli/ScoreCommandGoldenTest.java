package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files to numbers, with the maps and scores of published evaluation code. */
class ScoreCommandGoldenTest {
  private static final double BOUNDARY_PIXELS = 2e-4;
  private static final int SENSITIVE_PIXELS = 30;

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
        Files.readAllLines(GoldenFiles.GOLDEN.resolve(file)).stream()
            .filter(l -> !l.startsWith("#"))
            .toList();
    String line = lines.stream().filter(l -> l.startsWith(id + ",")).findFirst().orElseThrow();
    return line.split(",", -1)[List.of(lines.get(0).split(",")).indexOf(column)];
  }

  @Test
  void aFolderOfNumpyFilesGivesTheSame() throws IOException {
    JsonNode all = new ObjectMapper().readTree(maps.toFile()).get("maps");
    Path npy = Files.createDirectory(folder.resolve("npy"));
    for (JsonNode map : all) {
      int size = map.get("height").asInt();
      String header =
          "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d)}".formatted(size, size);
      ByteBuffer bytes =
          ByteBuffer.allocate(10 + header.length() + 8 * size * size)
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      bytes.putShort((short) header.length());
      bytes.put(header.getBytes(StandardCharsets.US_ASCII));
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
              .out();
    }
    assertThat(outputs[0]).isNotEmpty().isEqualTo(outputs[1]);
  }
}
