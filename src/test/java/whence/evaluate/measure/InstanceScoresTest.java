package whence.evaluate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.InstanceScores.Instance;

class InstanceScoresTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/evaluate");
  private static final Bootstrap FEW = new Bootstrap(100, 1);

  /** Images are named by the clip's name up to its last underscore, as published. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "align_lvs_cv2_median",
        "align_lvs_cv2_adap",
        "align_lvs_ac_median",
        "align_lvs_ac_adap",
        "align_ez_median",
        "align_ez_adap"
      })
  void imagesCountAsThePublishedCodeCountsThem(String column) throws IOException {
    List<String[]> lines =
        Files.readAllLines(GOLDEN.resolve("eval_per_sample.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(",", -1))
            .toList();
    int at = List.of(lines.get(0)).indexOf(column);
    List<Instance> instances = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      String name = line[1].substring(line[1].lastIndexOf('/') + 1).replace(".jpg", "");
      String image = name.substring(0, Math.max(name.lastIndexOf('_'), 0));
      instances.add(new Instance(image, Double.parseDouble(line[at])));
    }
    JsonNode expected =
        new ObjectMapper()
            .readTree(GOLDEN.resolve("eval_aggregate_instances.json").toFile())
            .get(column);
    InstanceScores scores = InstanceScores.of(instances, FEW);
    assertThat(scores.success().n()).isEqualTo(21);
    assertThat(scores.success().value()).isCloseTo(expected.get("iiou").asDouble(), within(1e-9));
    assertThat(scores.area().value()).isCloseTo(expected.get("iauc").asDouble(), within(1e-9));
  }

  @Test
  void oneFailedSourceFailsTheImage() {
    List<Instance> instances =
        List.of(
            new Instance("a", 0.9),
            new Instance("b", 0.7),
            new Instance("a", 0.4),
            new Instance("b", 0.5));
    InstanceScores scores = InstanceScores.of(instances, FEW);
    assertThat(scores.success().value()).isEqualTo(0.5);
    assertThat(scores.area().value()).isCloseTo((0.425 + 0.525) / 2, within(1e-12));
  }

  @Test
  void notANumberMakesAllNotANumberAsPublished() {
    List<Instance> instances =
        List.of(new Instance("a", 0.9), new Instance("a", Double.NaN), new Instance("b", 1));
    assertThat(InstanceScores.of(instances, FEW).success().value()).isNaN();
    assertThat(InstanceScores.of(instances, FEW).area().value()).isNaN();
  }
}
