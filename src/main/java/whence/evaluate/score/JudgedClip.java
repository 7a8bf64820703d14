package whence.evaluate.score;

import java.util.Map;
import java.util.Objects;
import whence.evaluate.ClipScore;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMap;

/**
 * One clip with its scores.
 *
 * @param facts what is known about it
 * @param mapSize such as {@code 14 x 14}
 * @param constant whether the map has one value only
 * @param scores by localizer, then by protocol
 */
record JudgedClip(
    ClipFacts facts,
    String mapSize,
    boolean constant,
    Map<String, Map<Protocol, ClipScore>> scores) {

  static boolean isConstant(HeatMap map) {
    for (float value : map.values()) {
      if (value != map.values()[0]) {
        return false;
      }
    }
    return true;
  }

  ClipScore score(String localizer, Protocol protocol) {
    return Objects.requireNonNull(Objects.requireNonNull(scores.get(localizer)).get(protocol));
  }
}
