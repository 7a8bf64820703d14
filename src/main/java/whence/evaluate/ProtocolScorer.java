package whence.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import whence.heatmap.GradedTruth;
import whence.heatmap.Peak;

/**
 * Scores a map of any size against an annotated truth under any protocol.
 *
 * <ul>
 *   <li>The peak is the first maximum of the map at 224 x 224, row by row. It points right where
 *       the truth there is above 0, and at a wrong object where it is not and a silent one is.
 *   <li>Correlations are absent: what the numbers of the map mean is not known.
 *   <li>A map with NaN or infinity is refused.
 * </ul>
 */
public final class ProtocolScorer {

  private ProtocolScorer() {}

  /** The scores of one clip. */
  public static ClipScore score(Protocol protocol, PreparedMap map, DrawnTruth truth) {
    GradedTruth g = truth.consensus(protocol);
    Peak peak = protocol.peak(map);
    boolean pointing = g.map().at(peak.y(), peak.x()) > 0;
    return new ClipScore(
        truth.truth().id(),
        protocol.ciou(map, g),
        protocol.reportsAdaptive()
            ? OptionalDouble.of(protocol.adaptiveCiou(map, g))
            : OptionalDouble.empty(),
        pointing,
        wrongObject(protocol, truth, peak, pointing),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** What the best map of all could score, see {@link Protocol#bound}. */
  public static ClipScore oracle(Protocol protocol, DrawnTruth truth) {
    GradedTruth g = truth.consensus(protocol);
    return new ClipScore(
        truth.truth().id(),
        protocol.bound(g),
        protocol.reportsAdaptive()
            ? OptionalDouble.of(protocol.adaptiveBound(g))
            : OptionalDouble.empty(),
        !g.isEmpty(),
        truth.truth().silent().isEmpty() ? Optional.empty() : Optional.of(false),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static Optional<Boolean> wrongObject(
      Protocol protocol, DrawnTruth truth, Peak peak, boolean pointing) {
    if (truth.truth().silent().isEmpty()) {
      return Optional.empty();
    }
    boolean onSilent =
        truth.silent(protocol).stream().anyMatch(silent -> silent.at(peak.y(), peak.x()) > 0);
    return Optional.of(onSilent && !pointing);
  }
}
