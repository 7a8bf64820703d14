package whence.evaluate.score;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import whence.evaluate.ClipScore;
import whence.evaluate.Protocol;

/**
 * One clip with its scores.
 *
 * @param facts what is known about the clip
 * @param map what is known about the map
 * @param confidence that there is a source; NaN where nobody asks for it
 * @param maskCurve F of the map at every threshold, where it is asked for and the truth is not
 *     empty
 * @param scores by localizer, then by protocol
 */
record JudgedClip(
    ClipFacts facts,
    MapFacts map,
    double confidence,
    Optional<float[]> maskCurve,
    Map<String, Map<Protocol, ClipScore>> scores) {

  ClipScore score(String localizer, Protocol protocol) {
    return Objects.requireNonNull(Objects.requireNonNull(scores.get(localizer)).get(protocol));
  }
}
