package whence.evaluate.score;

import java.util.Map;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * The numbers of one localizer under one threshold, over all clips or over a group of them.
 *
 * @param localizer who drew the maps
 * @param threshold {@link #OWN} or {@link #SIZE_ADAPTIVE}
 * @param group {@link #ALL}, or such as {@code class=dog}
 * @param estimates of the metrics that at least one clip has
 */
public record ScoreLine(
    String localizer, String threshold, String group, Map<Metric, Estimate> estimates) {

  /** The protocol's own threshold. */
  public static final String OWN = "own";

  /** The protocol's size-adaptive threshold. */
  public static final String SIZE_ADAPTIVE = "size-adaptive";

  /** All clips. */
  public static final String ALL = "all";

  /** Copies the map. */
  public ScoreLine {
    estimates = Map.copyOf(estimates);
  }

  /** Number of clips, the most that any metric has. */
  public int n() {
    return estimates.values().stream().mapToInt(Estimate::n).max().orElse(0);
  }

  /** The localizer with its threshold, where that is not the protocol's own. */
  String title() {
    return named(localizer, threshold);
  }

  /** Something with the threshold it is under, where that is not the protocol's own. */
  static String named(String what, String threshold) {
    return threshold.equals(OWN) ? what : what + ", " + threshold;
  }
}
