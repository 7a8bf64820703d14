package whence.evaluate.score;

import java.util.Locale;
import java.util.Optional;
import whence.evaluate.Estimate;

/**
 * A number of a localizer that is no mean over all clips: over pictures (IIoU, IAUC), over the
 * clips with a source (LocAcc), or no mean at all (AP, F1, F).
 *
 * @param localizer who drew the maps
 * @param name such as {@code IIoU @0.5}
 * @param n number of clips or pictures it is about; of LocAcc those with a source
 * @param value the number
 * @param interval over clips, or over pictures where several clips share one; absent where no clip
 *     has the number
 */
public record SetScore(
    String localizer, String name, int n, double value, Optional<Estimate> interval) {

  static SetScore of(String localizer, String name, Estimate estimate) {
    return new SetScore(localizer, name, estimate.n(), estimate.value(), Optional.of(estimate));
  }

  /** One that no clip has. */
  static SetScore undefined(String localizer, String name) {
    return new SetScore(localizer, name, 0, Double.NaN, Optional.empty());
  }

  /** The number with its interval, if it has one. */
  String valueText() {
    return interval
        .map(Estimate::toText)
        .orElseGet(() -> String.format(Locale.ROOT, "%.3f", value));
  }
}
