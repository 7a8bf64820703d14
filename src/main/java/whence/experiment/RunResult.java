package whence.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What a complete run holds.
 *
 * @param folder where it lies
 * @param settings what was asked for
 * @param metrics every score
 */
public record RunResult(RunFolder folder, ExperimentSettings settings, List<MetricRow> metrics) {

  /** Copies the list. */
  public RunResult {
    metrics = List.copyOf(metrics);
  }

  /** Reads a run. */
  public static RunResult read(RunFolder folder) {
    return new RunResult(folder, folder.settings(), MetricsCsv.read(folder.metricsFile()));
  }

  /** Index of the last iteration. */
  public int lastIteration() {
    return settings.training().plan().iterations();
  }

  /** One score, if the run has it. */
  public Optional<MetricRow> row(int iteration, String split, String localizer, String metric) {
    return metrics.stream()
        .filter(
            row ->
                row.iteration() == iteration
                    && row.split().equals(split)
                    && row.localizer().equals(localizer)
                    && row.metric().equals(metric))
        .findFirst();
  }
}
