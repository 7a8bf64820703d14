package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.engine.Gpu;
import whence.experiment.Machinery;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void aFreshMachinePassesAndIsToldWhatIsToBeFetched() {
    CommandLineRun run = CommandLineRun.of("check", "--home", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("ok    backend", "ND4J", "ok    threads", "ok    GPU", "ok    fonts")
        .containsPattern("miss  media .*tuxpaint-stamps-default.*not there\n +cure: ")
        .contains("miss  weights");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void jsonStandsAloneOnStandardOutput() throws IOException {
    CommandLineRun run = CommandLineRun.of("check", "--json", "--home", folder);
    JsonNode all = new ObjectMapper().readTree(run.out());
    assertThat(all.path("passed").asBoolean()).isTrue();
    assertThat(all.path("checks").findValuesAsText("name")).contains("backend", "disk", "media");
    assertThat(all.path("checks").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "status", "detail", "cure");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatIsNeededAndFailsMakesTheExitCodeOne() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CommandLineRun home = CommandLineRun.of("check", "--home", file);
    assertThat(home.code()).isEqualTo(1);
    assertThat(home.out()).contains("FAIL  disk", "cure: set WHENCE_HOME");
    CommandLineRun media =
        CommandLineRun.of("check", "--home", folder, "--media", folder.resolve("none"));
    assertThat(media.code()).isEqualTo(1);
    assertThat(media.out()).contains("FAIL  media", "cure: correct --media DIR");
    Machinery hopper =
        Machinery.here().with(Machinery.Build.CUDA, () -> Optional.of(new Gpu("Test", "9.0")));
    CommandLineRun gpu = CommandLineRun.on(hopper, "check", "--home", folder);
    assertThat(gpu.code()).isEqualTo(1);
    assertThat(gpu.out()).contains("FAIL  backend", "FAIL  GPU", "build without -Pcuda");
  }
}
