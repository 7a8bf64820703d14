package whence.evaluate.score;

import java.util.Locale;
import java.util.Optional;
import whence.evaluate.Estimate;

/**
 * A number of a localizer that is no mean over all clips: over pictures (IIoU, IAUC), over the
 * clips with a source (LocAcc), or no mean at all (AP, F1, F).
 *
 * @param localizer who drew the maps
 * @param threshold {@link ScoreLine#OWN} or {@link ScoreLine#SIZE_ADAPTIVE}
 * @param metric such as {@code IIoU @0.5}
 * @param n number of clips or pictures it is about; of LocAcc those with a source
 * @param value the number
 * @param interval over clips, or over pictures where several clips share one; absent where no clip
 *     has the number
 */
public record SetScore(
    String localizer,
    String threshold,
    String metric,
    int n,
    double value,
    Optional<Estimate> interval) {

  static SetScore of(String localizer, String metric, Estimate estimate) {
    return of(localizer, ScoreLine.OWN, metric, estimate);
  }

  static SetScore of(String localizer, String threshold, String metric, Estimate estimate) {
    return new SetScore(
        localizer, threshold, metric, estimate.n(), estimate.value(), Optional.of(estimate));
  }

  /** One that no clip has. */
  static SetScore undefined(String localizer, String metric) {
    return new SetScore(localizer, ScoreLine.OWN, metric, 0, Double.NaN, Optional.empty());
  }

  /** The metric with the threshold, where that is not the protocol's own. */
  public String name() {
    return ScoreLine.named(metric, threshold);
  }

  /** The number with its interval, if it has one. */
  String valueText() {
    return interval
        .map(Estimate::toText)
        .orElseGet(() -> String.format(Locale.ROOT, "%.3f", value));
  }
}
