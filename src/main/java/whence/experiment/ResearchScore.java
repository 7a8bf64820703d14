package whence.experiment;

import java.util.List;
import java.util.Map;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.score.SetScore;

/**
 * How one row of a comparison, or a trivial localizer, did on a research data set.
 *
 * @param set name of the data set, such as {@code vggss}
 * @param protocol what decides every number
 * @param row name of the row; empty for a trivial localizer
 * @param title of the row, or name of the trivial localizer
 * @param localizer who drew the maps: {@code model}, or another one of the row such as {@code
 *     object-guided}, or the trivial one
 * @param seeds how many models were judged; 1 for a trivial localizer
 * @param listed number of clips of the test
 * @param missing ids of those that were not scored, for want of frame, sound or annotation
 * @param estimates fractions with intervals over seeds and clips; a metric that the protocol does
 *     not have is missing
 * @param setScores numbers that are no means over clips, such as IIoU or F, where the set and the
 *     protocol have some
 */
public record ResearchScore(
    String set,
    Protocol protocol,
    String row,
    String title,
    String localizer,
    int seeds,
    int listed,
    List<String> missing,
    Map<Metric, Estimate> estimates,
    List<SetScore> setScores) {

  /** Copies. */
  public ResearchScore {
    missing = List.copyOf(missing);
    estimates = Map.copyOf(estimates);
    setScores = List.copyOf(setScores);
  }

  /** Whether it is one of a trivial localizer. */
  public boolean trivial() {
    return row.isEmpty();
  }

  /** Clips that were scored, of one seed. */
  public int clips() {
    return listed - missing.size();
  }
}
