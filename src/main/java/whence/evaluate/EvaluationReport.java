package whence.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.WhenceException;
import whence.data.Split;

/**
 * How one localizer did on one split under one protocol.
 *
 * @param protocol what decides every number
 * @param localizer name, such as {@code model}
 * @param split which clips
 * @param listed number of clips the split's list names; fewer scored clips show as coverage
 * @param scores one a scored clip, in order; at least one
 * @param estimates the metrics that at least one clip has
 */
public record EvaluationReport(
    Protocol protocol,
    String localizer,
    Split split,
    int listed,
    List<ClipScore> scores,
    Map<Metric, Estimate> estimates) {

  /** Copies the lists and checks the numbers of clips. */
  public EvaluationReport {
    if (scores.isEmpty() || scores.size() > listed) {
      throw new WhenceException(
          "Cannot report on " + localizer + " over " + split.label(),
          scores.size() + " scored clips of " + listed + " listed",
          "1 to " + listed + " scored clips",
          "check that the split has clips and that none is scored twice");
    }
    scores = List.copyOf(scores);
    estimates = Map.copyOf(estimates);
  }

  /** Takes every metric from the scores of the clips. */
  static EvaluationReport of(
      String localizer, Split split, int listed, List<ClipScore> scores, Bootstrap bootstrap) {
    Map<Metric, Estimate> estimates = Estimates.of(scores, List.of(Metric.values()), bootstrap);
    return new EvaluationReport(Protocol.WHENCE, localizer, split, listed, scores, estimates);
  }

  /** Number of scored clips. */
  public int n() {
    return scores.size();
  }

  /** Share of the listed clips that were scored, above 0 to 1. */
  public double coverage() {
    return scores.size() / (double) listed;
  }

  /** One metric; absent where no clip has it. */
  public Optional<Estimate> estimate(Metric metric) {
    return Optional.ofNullable(estimates.get(metric));
  }

  /** The report as a table of one line, with its protocol. */
  public String toText() {
    return ReportTable.toText(List.of(this));
  }
}
