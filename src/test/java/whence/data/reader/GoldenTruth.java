package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import whence.heatmap.HeatMap;

/** What published readers made of annotation files; see PROVENANCE.md beside them. */
final class GoldenTruth {

  static final Path FOLDER = Path.of("src/test/resources/golden/reader");

  private GoldenTruth() {}

  static JsonNode read(String file) {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares a map with the facts that were written down of the published one. */
  static void assertFacts(String id, HeatMap g, JsonNode facts) {
    double[] sums = new double[4];
    int half = 0;
    int one = 0;
    for (int y = 0; y < g.height(); y++) {
      for (int x = 0; x < g.width(); x++) {
        double value = g.at(y, x);
        half += value == 0.5 ? 1 : 0;
        one += value == 1 ? 1 : 0;
        sums[0] += value;
        sums[1] += value * y;
        sums[2] += value * x;
        sums[3] += value * y * x;
      }
    }
    assertThat(half).as(id).isEqualTo(facts.get("count_half").asInt());
    assertThat(one).as(id).isEqualTo(facts.get("count_one").asInt());
    assertThat(facts.get("count_other").asInt()).isZero();
    assertThat(sums)
        .as(id)
        .containsExactly(
            facts.get("sum").asDouble(),
            facts.get("sum_g_row").asDouble(),
            facts.get("sum_g_col").asDouble(),
            facts.get("sum_g_row_col").asDouble());
  }
}
