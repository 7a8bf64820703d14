package whence.evaluate.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whence.WhenceException;
import whence.evaluate.Bootstrap;
import whence.evaluate.ClipScore;
import whence.evaluate.Metric;
import whence.evaluate.PairedDifference;
import whence.evaluate.Protocol;
import whence.evaluate.TextTable;

/**
 * Two sources of maps under one protocol, compared on the clips that both have.
 *
 * @param protocol what decides every number
 * @param first name of the one source
 * @param second name of the other
 * @param n number of clips both have, at least 1
 * @param onlyFirst number of scored clips that only the first has
 * @param onlySecond number of scored clips that only the second has
 * @param differences first minus second at the protocol's own threshold
 * @param sizeAdaptive the same at the size-adaptive threshold; empty where the protocol does not
 *     report it, and without pointing, which knows no threshold
 */
public record PairedReport(
    Protocol protocol,
    String first,
    String second,
    int n,
    int onlyFirst,
    int onlySecond,
    Map<Metric, PairedDifference> differences,
    Map<Metric, PairedDifference> sizeAdaptive) {

  private static final List<Metric> METRICS =
      List.of(Metric.SUCCESS_FIXED, Metric.MEAN_CIOU, Metric.AUC, Metric.POINTING);
  private static final List<Metric> OF_THRESHOLD =
      List.of(Metric.SUCCESS_FIXED, Metric.MEAN_CIOU, Metric.AUC);

  /** Copies the maps. */
  public PairedReport {
    differences = Map.copyOf(differences);
    sizeAdaptive = Map.copyOf(sizeAdaptive);
  }

  /**
   * Compares two sources.
   *
   * @throws WhenceException if they have no clip in common
   */
  public static PairedReport of(
      ScoredMaps first, ScoredMaps second, Protocol protocol, Bootstrap bootstrap) {
    Map<String, ClipScore> others = new HashMap<>();
    second.scores(second.name(), protocol).forEach(score -> others.put(score.id(), score));
    List<ClipScore> ours = new ArrayList<>();
    List<ClipScore> theirs = new ArrayList<>();
    for (ClipScore score : first.scores(first.name(), protocol)) {
      ClipScore other = others.get(score.id());
      if (other != null) {
        ours.add(score);
        theirs.add(other);
      }
    }
    if (ours.isEmpty()) {
      throw new WhenceException(
          "Cannot compare " + first.name() + " with " + second.name(),
          "no clip that both have a map for",
          "at least one",
          "compare maps of the same test");
    }
    int n = ours.size();
    return new PairedReport(
        protocol,
        first.name(),
        second.name(),
        n,
        first.n() - n,
        second.n() - n,
        differences(METRICS, ours, theirs, bootstrap),
        protocol.reportsAdaptive()
            ? differences(OF_THRESHOLD, adaptive(ours), adaptive(theirs), bootstrap)
            : Map.of());
  }

  private static Map<Metric, PairedDifference> differences(
      List<Metric> metrics, List<ClipScore> ours, List<ClipScore> theirs, Bootstrap bootstrap) {
    Map<Metric, PairedDifference> differences = new EnumMap<>(Metric.class);
    for (Metric metric : metrics) {
      differences.put(metric, bootstrap.difference(metric.of(ours), metric.of(theirs)));
    }
    return differences;
  }

  private static List<ClipScore> adaptive(List<ClipScore> own) {
    return own.stream().map(ClipScore::sizeAdaptive).flatMap(Optional::stream).toList();
  }

  /** The comparison as plain text. */
  public String toText() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("difference", "mean", "draws in which it is above 0"));
    addRows(rows, differences, "");
    addRows(rows, sizeAdaptive, ", " + ScoreLine.SIZE_ADAPTIVE);
    return String.format(
            Locale.ROOT,
            "%s minus %s, %s, paired bootstrap over the %d clips of both (%d only in the first, %d"
                + " only in the second)%n",
            first,
            second,
            protocol.label(),
            n,
            onlyFirst,
            onlySecond)
        + TextTable.aligned(rows);
  }

  private static void addRows(
      List<List<String>> rows, Map<Metric, PairedDifference> differences, String suffix) {
    for (Metric metric : METRICS) {
      PairedDifference difference = differences.get(metric);
      if (difference != null) {
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * difference.shareAbove());
        rows.add(List.of(ScoreTable.title(metric) + suffix, difference.mean().toText(), share));
      }
    }
  }
}
