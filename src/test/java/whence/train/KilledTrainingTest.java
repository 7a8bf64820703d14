package whence.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed (SIGKILL, no clean-up of any kind) and started again. */
class KilledTrainingTest {

  @TempDir Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void goesOnFromItsCheckpointToTheSameBytes() throws Exception {
    ToyRun.trainer(folder.resolve("undisturbed"), new TrainingListener() {}).train().close();
    Path killed = folder.resolve("killed");
    Process child = start(killed);
    try {
      while (!Files.exists(killed.resolve("checkpoint.safetensors"))) {
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

  private static Process start(Path run) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            ToyRun.class.getName(),
            run.toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
