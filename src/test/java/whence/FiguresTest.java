package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whence.experiment.Provenance;
import whence.experiment.Revision;

/**
 * The committed figures: numbers and provenance beside each, from full runs of committed source.
 */
final class FiguresTest {
  private static final Path FIGURES = Path.of("figures");
  private static final List<String> OVER_SEEDS = List.of("seeds-", "ablation", "peers");

  private static List<String> named(String... endings) throws IOException {
    try (Stream<Path> files = Files.list(FIGURES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> List.of(endings).contains(name.substring(name.lastIndexOf('.') + 1)))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyPictureHasItsNumbersAndProvenance() throws IOException {
    List<String> pictures = named("png", "svg");
    assertThat(pictures).isNotEmpty().doesNotHaveDuplicates();
    assertThat(named("csv")).isEqualTo(pictures);
    assertThat(named("json")).isEqualTo(pictures);
  }

  @Test
  void everyRunIsOfCommittedSourceInFull() throws IOException {
    for (String name : named("json")) {
      Provenance provenance = Provenance.read(FIGURES.resolve(name + ".json"));
      assertThat(provenance.revision().tree()).as(name).isEqualTo(Revision.Tree.CLEAN);
      assertThat(provenance.revision().commit()).as(name).matches("[0-9a-f]{40}");
      assertThat(String.valueOf(provenance.settings()))
          .as("the full number of training scenes: %s", name)
          .contains("counts={train=3000, newScenes=500, newObjects=500}")
          .doesNotContain("counts={train=7", "counts={train=32,");
    }
  }

  @Test
  void comparisonsAreOverThreeSeeds() throws IOException {
    for (String name : named("json")) {
      if (OVER_SEEDS.stream().anyMatch(name::startsWith)) {
        Provenance provenance = Provenance.read(FIGURES.resolve(name + ".json"));
        assertThat(provenance.seeds().values()).as(name).containsExactly(1L, 2L, 3L);
      }
    }
  }
}
