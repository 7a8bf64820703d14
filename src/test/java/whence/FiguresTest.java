package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final Pattern COUNTS = Pattern.compile("counts=\\{[^}]*\\}");

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
      assertThat(COUNTS.matcher(String.valueOf(provenance.settings())).results())
          .as("scenes of every run of %s", name)
          .extracting(MatchResult::group)
          .isNotEmpty()
          .containsOnly("counts={train=3000, newScenes=500, newObjects=500}");
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
