package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FetchProgressTest {
  private final List<CellOutput> shown = new ArrayList<>();

  private FetchProgress progress() {
    return new FetchProgress(() -> new LiveProgress("download", shown::add));
  }

  @Test
  void nothingIsShownWhereNothingIsDownloaded() {
    progress().close();
    assertThat(shown).isEmpty();
  }

  @Test
  void oneOutputSaysWhatComesAndHowFarItIs() {
    try (FetchProgress progress = progress()) {
      progress.planned(List.of("a.deb", "b.deb"), 264_000_000);
      progress.progress("a.deb", 1_000_000, 4_000_000);
    }
    assertThat(shown.get(shown.size() - 1).plain()).startsWith("download:  25 %").endsWith("a.deb");
    assertThat(shown.get(0).plain()).startsWith("download:");
  }
}
