package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.fetch.Home;

class BenchmarkTest {
  @TempDir Path folder;

  @Test
  void everyPartIsMeasuredOnMadeUpInputs() throws InterruptedException {
    ExperimentSettings full = ExperimentSettings.full().withEncoder(TinyRun.smallEncoder());
    BenchmarkSettings settings =
        BenchmarkSettings.defaults()
            .withRun(full.withTraining(full.training().withBatchSize(4)))
            .withRepeats(1)
            .withScenes(8);
    Sources nothing = new Sources(new Home(folder.resolve("home")), null);
    List<Measurement> heard = new ArrayList<>();
    BenchmarkReport report =
        Benchmark.run(settings, nothing, folder.resolve("scratch"), "a machine", heard::add);
    assertThat(report.parts())
        .isEqualTo(heard)
        .extracting(Measurement::part)
        .containsExactly(
            "scenes",
            "prepare",
            "trunk",
            "plain step",
            "iterative step",
            "label refresh",
            "evaluation",
            "scoring");
    for (Measurement part : report.parts()) {
      if (part.part().equals("trunk")) {
        assertThat(part.text()).contains("its weights are not there");
        assertThat(part.repeats()).isZero();
      } else {
        assertThat(part.median()).as(part.text()).isPositive();
        assertThat(part.cost()).as(part.text()).isPositive();
      }
    }
    assertThat(report.reference().cost()).isCloseTo(1, within(1e-9));
    assertThat(report.text()).startsWith("a machine\nreference").contains("GFLOP/s", "made-up");
  }

  @Test
  void aMedianIsTheMiddleAndACostIsTimeTimesSpeed() {
    Measurement seconds = Measurement.seconds("step", new double[] {3, 1, 2}, 10, "");
    assertThat(seconds.median()).isEqualTo(2);
    assertThat(seconds.low()).isEqualTo(1);
    assertThat(seconds.high()).isEqualTo(3);
    assertThat(seconds.cost()).isEqualTo(20);
    Measurement rate = Measurement.rate("scenes", "scenes/s", new double[] {1, 2}, 8, 12, "");
    assertThat(rate.median()).isEqualTo(6);
    assertThat(rate.cost()).isEqualTo(2);
  }

  @Test
  void absurdSettingsAreRefused() {
    assertThatThrownBy(() -> BenchmarkSettings.defaults().withScenes(7))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("5 repeats of 7 scenes");
  }
}
