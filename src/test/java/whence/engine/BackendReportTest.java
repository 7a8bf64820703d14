package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;

class BackendReportTest {
  @Test
  void saysWhatComputes() {
    BackendReport report = BackendReport.read();
    assertThat(report.cores()).isPositive();
    assertThat(report.threads()).isPositive();
    assertThat(report.maxNativeBytes()).isPositive();
    assertThat(report.backend()).isNotBlank();
    assertThat(report.text())
        .doesNotContain("\n")
        .contains("ND4J", report.device(), report.blas(), report.threads() + " threads");
  }

  @ParameterizedTest
  @CsvSource({
    "3.5,false",
    "3.7,true",
    "5.0,true",
    "6.1,true",
    "6.2,true",
    "7.0,true",
    "7.5,true",
    "8.0,true",
    "8.6,true",
    "8.9,true",
    "9.0,false",
    "10.0,false",
    "12.0,false"
  })
  void knowsWhichGpusTheBuildHasCodeFor(String capability, boolean supported) {
    assertThat(new Gpu("card", capability).isSupported()).isEqualTo(supported);
  }

  @Test
  void refusesAnUnsupportedGpuOrNone() {
    Gpu hopper = Gpu.parse("NVIDIA H100 PCIe, 9.0\nother, 8.0\n").orElseThrow();
    assertThatThrownBy(() -> Gpu.require(Optional.of(hopper)))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compute on the GPU NVIDIA H100 PCIe\n"
                + "  got:      compute capability 9.0\n"
                + "  expected: one of 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6 or 8.9"
                + " (Kepler to Ampere, and Ada)\n"
                + "  cure:     build without -Pcuda and compute on the CPU, or use a supported GPU:"
                + " nd4j-cuda-11.6 has no machine code for this one");
    assertThatThrownBy(() -> Gpu.require(Optional.empty()))
        .hasMessageContaining("no GPU that nvidia-smi lists");
    assertThat(Gpu.require(Optional.of(new Gpu("A100", "8.0"))).name()).isEqualTo("A100");
  }

  @Test
  void takesAnythingElseTheDriverSaysForNoGpu() {
    assertThat(Gpu.parse("")).isEmpty();
    assertThat(Gpu.parse("NVIDIA-SMI has failed")).isEmpty();
    assertThat(Gpu.parse("card, [N/A]")).isEmpty();
    assertThat(DeviceProbe.nvidia().find()).isNotNull();
  }
}
