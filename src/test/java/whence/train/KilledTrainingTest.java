package whence.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is killed (SIGKILL, no clean-up of any kind) and started again. */
class KilledTrainingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoint.safetensors",
        "labels/iteration-1.safetensors",
        "iterations/iteration-1.safetensors"
      })
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void goesOnFromItsCheckpointToTheSameBytes(String seen) throws Exception {
    ToyRun.trainer(folder.resolve("undisturbed"), new TrainingListener() {}).train().close();
    Path killed = folder.resolve("killed");
    Process child = start(killed);
    try {
      while (!Files.exists(killed.resolve(seen))) {
        assertThat(child.isAlive()).as("child still trains").isTrue();
        Thread.sleep(20);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(child.exitValue()).isNotZero();
    assertThat(killed.resolve("iterations/iteration-2.safetensors")).doesNotExist();
    ToyRun.trainer(killed, new TrainingListener() {}).train().close();
    for (String file :
        List.of(
            "checkpoint.safetensors",
            "iterations/iteration-0.safetensors",
            "iterations/iteration-2.safetensors",
            "labels/iteration-2.safetensors")) {
      assertThat(killed.resolve(file))
          .hasSameBinaryContentAs(folder.resolve("undisturbed").resolve(file));
    }
  }

  /** No file may grow beyond a limit: that is what a full disk is to a program that writes. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aFullDiskLeavesTheLastCheckpoint() throws Exception {
    Path run = folder.resolve("run");
    Process begun = start(run);
    Path checkpoint = run.resolve("checkpoint.safetensors");
    while (!Files.exists(checkpoint)) {
      assertThat(begun.isAlive()).as("child still trains").isTrue();
      Thread.sleep(20);
    }
    begun.destroyForcibly().waitFor();
    byte[] before = Files.readAllBytes(checkpoint);
    List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f $0; exec \"$@\""));
    limited.add(Long.toString(before.length / 2 / 1024));
    limited.addAll(command(run));
    Path told = folder.resolve("told");
    Process child =
        new ProcessBuilder(limited).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(child.waitFor()).isEqualTo(1);
    assertThat(told)
        .content()
        .contains("Cannot write", "got:", "expected:", "cure:")
        .contains(checkpoint.toString());
    assertThat(checkpoint).hasBinaryContent(before);
  }

  private static Process start(Path run) throws IOException {
    return new ProcessBuilder(command(run))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> command(Path run) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        ToyRun.class.getName(),
        run.toString());
  }
}
