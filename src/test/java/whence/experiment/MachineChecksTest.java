package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.fetch.Home;
import whence.engine.BackendReport;
import whence.engine.Gpu;
import whence.experiment.Check.Status;
import whence.experiment.Machinery.Build;

class MachineChecksTest {
  private static final long GIGA = 1_000_000_000L;

  @TempDir Path folder;

  private static BackendReport report(int threads) {
    return new BackendReport("CPU", "1", true, "avx2", "none", threads, 2, GIGA, "CPU");
  }

  private static Machinery machine(Build build, Optional<Gpu> gpu) {
    return new Machinery(build, () -> gpu, () -> report(2), 3 * GIGA, 16 * GIGA, () -> 4);
  }

  private Sources sources() {
    return new Sources(new Home(folder), null);
  }

  private static void is(Check check, Status status, String part) {
    assertThat(check.status()).as(check.text()).isEqualTo(status);
    assertThat(check.text()).contains(part);
    assertThat(check.cure().isEmpty()).as(check.text()).isEqualTo(status == Status.OK);
  }

  @Test
  void everyCheckHasItsLineAndAGoodMachinePasses() {
    List<Check> checks = MachineChecks.of(machine(Build.CPU, Optional.empty()), sources());
    assertThat(checks)
        .extracting(Check::name)
        .containsExactly(
            "Java",
            "backend",
            "threads",
            "GPU",
            "Java heap",
            "memory",
            "disk",
            "media",
            "weights",
            "fonts");
    assertThat(MachineChecks.passed(checks)).isTrue();
  }

  @Test
  void theGpuIsSupportedOrNotAndNeededOrNot() {
    Optional<Gpu> ampere = Optional.of(new Gpu("A", "8.6"));
    Optional<Gpu> hopper = Optional.of(new Gpu("H", "9.0"));
    is(MachineChecks.gpu(machine(Build.CPU, Optional.empty())), Status.OK, "none");
    is(MachineChecks.gpu(machine(Build.CUDA, Optional.empty())), Status.FAILED, "none found");
    is(MachineChecks.gpu(machine(Build.CPU, ampere)), Status.OK, "-Pcuda uses it");
    is(MachineChecks.gpu(machine(Build.CUDA, ampere)), Status.OK, "in use");
    is(MachineChecks.gpu(machine(Build.CPU, hopper)), Status.NOTE, "no machine code");
    is(MachineChecks.gpu(machine(Build.CUDA, hopper)), Status.FAILED, "no machine code");
  }

  @Test
  void aBackendThatCannotBeLoadedIsAFailureAndNotABug() {
    Machinery broken =
        new Machinery(
            Build.CPU,
            Optional::empty,
            () -> {
              throw new UnsatisfiedLinkError("no jnind4jcpu");
            },
            GIGA,
            16 * GIGA,
            () -> {
              throw new InternalError("no fontconfig");
            });
    List<Check> checks = MachineChecks.of(broken, sources());
    assertThat(MachineChecks.passed(checks)).isFalse();
    assertThat(checks).filteredOn(check -> check.status() == Status.FAILED).hasSize(3);
    is(checks.get(1), Status.FAILED, "no jnind4jcpu");
    is(MachineChecks.fonts(broken), Status.FAILED, "no fontconfig");
  }

  @Test
  void sizesAreHeldAgainstWhatARunNeeds() {
    is(MachineChecks.heap(2 * GIGA), Status.OK, "2.0 GB");
    is(MachineChecks.heap(GIGA), Status.FAILED, "-Xmx3g");
    is(MachineChecks.memory(16 * GIGA), Status.OK, "16.0 GB");
    is(MachineChecks.memory(4 * GIGA), Status.NOTE, "--quick");
    is(MachineChecks.threads(report(2)), Status.OK, "2 on 2 cores");
    is(MachineChecks.threads(report(8)), Status.NOTE, "OMP_NUM_THREADS=2");
    is(MachineChecks.disk(new Home(folder.resolve("a/b"))), Status.OK, "GB free");
  }

  @Test
  void mediaAndWeightsAreFoundWhereTheyAre() throws IOException {
    is(MachineChecks.media(sources()), Status.MISSING, "qabcs-data");
    is(MachineChecks.weights(sources()), Status.MISSING, "efficientnet");
    Files.createDirectories(folder.resolve("media"));
    Files.createFile(folder.resolve("media/demo-files.zip"));
    is(MachineChecks.media(sources()), Status.OK, "the demo files");
    Files.createDirectories(folder.resolve("weights"));
    Files.createFile(folder.resolve("weights/efficientnet-lite0-57934424.safetensors"));
    is(MachineChecks.weights(sources()), Status.OK, "converted");
    Path own = Files.createDirectory(folder.resolve("own"));
    is(MachineChecks.media(sources().withMedia(own)), Status.OK, "your folder");
    is(MachineChecks.media(sources().withMedia(own.resolve("x"))), Status.FAILED, "--media");
  }
}
