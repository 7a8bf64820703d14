package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code score} refuses before it scores anything. */
class ScoreRefusalsTest {
  @TempDir Path folder;
  private Path vggss;
  private Path maps;

  @BeforeEach
  void writeSamples() throws IOException {
    GoldenFiles files = GoldenFiles.in(folder);
    vggss = files.vggss();
    maps = files.maps();
  }

  @Test
  void mapsToCompareWithThatAreNotThereAreRefusedBeforeTheWork() {
    Path csv = folder.resolve("scores.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "score",
            "--protocol",
            "LVS",
            "--truth",
            "vggss:" + vggss,
            "--maps",
            maps,
            "--csv",
            csv,
            "--against",
            folder.resolve("nowhere.json"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("nowhere.json", "nothing there");
    assertThat(run.out()).isEmpty();
    assertThat(csv).doesNotExist();
  }

  @Test
  void groupsOfAnotherKindAreRefused() {
    CommandLineRun unknown =
        CommandLineRun.of(
            "score", "--protocol", "LVS", "--truth", "vggss:" + vggss, "--maps", maps, "--by", "x");
    assertThat(unknown.code()).isEqualTo(2);
  }
}
