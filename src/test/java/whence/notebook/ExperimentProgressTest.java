package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import whence.data.Split;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.train.TrainingPlan;

class ExperimentProgressTest {

  @Test
  void scoresOfBothSplitsStandInTablesOfTheirOwn() {
    List<String> lines = new ArrayList<>();
    try (ExperimentProgress progress =
        new ExperimentProgress(TrainingPlan.defaults(), title -> output -> {}, lines::add)) {
      progress.onScores(
          3,
          List.of(
              report("model", Split.NEW_SCENES),
              report("model", Split.NEW_OBJECTS),
              report("swapped-sound", Split.NEW_SCENES),
              report("swapped-sound", Split.NEW_OBJECTS)));
    }
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("iteration 3");
    assertThat(lines.get(1)).contains("new-scenes", "model", "swapped-sound");
    assertThat(lines.get(2)).contains("new-objects", "model", "swapped-sound");
  }

  private static EvaluationReport report(String localizer, Split split) {
    ClipScore score =
        new ClipScore(
            "a",
            0.6,
            OptionalDouble.of(0.7),
            true,
            Optional.of(false),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    estimates.put(Metric.POINTING, new Estimate(1, 1, 1, 1));
    return new EvaluationReport(Protocol.WHENCE, localizer, split, 1, List.of(score), estimates);
  }
}
