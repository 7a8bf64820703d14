package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void everythingHolds() {
    List<Finding> findings = Finding.of(run(0.70, 0.10, 0.40, 0.55, 0.30));
    assertThat(findings).hasSize(9);
    assertThat(findings).extracting(Finding::outcome).containsOnly(Finding.Outcome.HOLDS);
    assertThat(findings.get(4).toText())
        .isEqualTo("holds:         at least 40 points above iteration 0 (60.0 %)");
  }

  @Test
  void whatDoesNotHoldIsSaid() {
    List<Finding> findings = Finding.of(run(0.59, 0.20, 0.50, 0.29, 0.30));
    assertThat(findings)
        .filteredOn(finding -> finding.outcome() == Finding.Outcome.DOES_NOT_HOLD)
        .extracting(Finding::toText)
        .containsExactly(
            "does not hold: new scenes: size-adaptive success >= 60 % (59.0 %)",
            "does not hold: at least 40 points above iteration 0 (39.0 %)",
            "does not hold: at least 15 points above the frozen labels (9.0 %)",
            "does not hold: new objects: pointing better than every trivial localizer"
                + " (29.0 % against at most 30.0 %)");
  }

  @Test
  void everyValueOfWhatShouldFallIsShown() {
    List<MetricRow> rows = new ArrayList<>(run(0.70, 0.10, 0.40, 0.55, 0.30).metrics());
    rows.add(row(3, "new-scenes", "model", "nonsounding_correlation", -0.2));
    rows.removeIf(row -> row.iteration() == 5 && row.metric().equals("nonsounding_correlation"));
    rows.add(row(5, "new-scenes", "model", "nonsounding_correlation", 0.3));
    RunResult rising =
        new RunResult(new RunFolder(Path.of("run")), ExperimentSettings.full(), rows);
    assertThat(Finding.of(rising))
        .filteredOn(finding -> finding.outcome() == Finding.Outcome.DOES_NOT_HOLD)
        .extracting(Finding::toText)
        .containsExactly(
            "does not hold: new-scenes: nonsounding_correlation falls from the first to the last"
                + " iteration (0.100, -0.200, 0.300)");
  }

  private static RunResult run(
      double adaptive, double first, double frozen, double pointing, double saliency) {
    List<MetricRow> rows = new ArrayList<>();
    rows.add(row(5, "new-scenes", "model", "success_adaptive", adaptive));
    rows.add(row(0, "new-scenes", "model", "success_adaptive", first));
    rows.add(row(5, "new-scenes", "frozen-labels", "success_adaptive", frozen));
    rows.add(row(5, "new-scenes", "model", "success_fixed", 0.5));
    rows.add(row(5, "new-scenes", "model", "pointing", 0.9));
    rows.add(row(5, "new-scenes", "model", "wrong_object", 0.01));
    rows.add(row(5, "new-objects", "model", "pointing", pointing));
    rows.add(row(5, "new-objects", "saliency", "pointing", saliency));
    for (String localizer : List.of("whole-image", "centre-disc", "random")) {
      rows.add(row(5, "new-objects", localizer, "pointing", 0.1));
    }
    rows.add(row(0, "new-objects", "model", "wrong_object", 0.2));
    rows.add(row(5, "new-objects", "model", "wrong_object", 0.1));
    rows.add(row(0, "new-scenes", "model", "nonsounding_correlation", 0.1));
    rows.add(row(5, "new-scenes", "model", "nonsounding_correlation", -0.1));
    return new RunResult(new RunFolder(Path.of("run")), ExperimentSettings.full(), rows);
  }

  private static MetricRow row(
      int iteration, String split, String localizer, String metric, double value) {
    return new MetricRow(iteration, split, localizer, metric, value, value, value, 100);
  }
}
