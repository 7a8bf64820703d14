package whence.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks, without loading CUDA, which GPU the machine has. */
@FunctionalInterface
public interface DeviceProbe {

  /** The first GPU, or nothing where there is none. */
  Optional<Gpu> find();

  /** Asks the driver's own {@code nvidia-smi}; no such program, or a failing one, means no GPU. */
  static DeviceProbe nvidia() {
    return () -> {
      ProcessBuilder command =
          new ProcessBuilder(
              List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader"));
      try {
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        byte[] out = process.getInputStream().readAllBytes();
        return process.exitValue() == 0
            ? Gpu.parse(new String(out, StandardCharsets.UTF_8))
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    };
  }
}
