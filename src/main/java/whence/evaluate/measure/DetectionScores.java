package whence.evaluate.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;

/**
 * Average precision, largest F1 and localisation accuracy over clips of which some have no visible
 * source. A clip is claimed to have one where its confidence reaches a threshold; a true positive
 * is a claimed clip whose source is found, a false positive any other claimed clip, a false
 * negative a clip with a source that is not claimed.
 *
 * <p>Two ways:
 *
 * <ul>
 *   <li>{@link #asPublished} keeps what the code of SLAVC does. Thresholds of AP are the sorted
 *       confidences without the largest, every (n / 200)-th from above; those of F1 every (n /
 *       10)-th from below. Precision is interpolated (the largest at this or a lower threshold),
 *       and the area from recall 0 to the first point is dropped. A source claimed at the wrong
 *       place is no false negative, so the recall's denominator changes along the curve.
 *   <li>{@link #corrected} takes every confidence as a threshold, counts recall out of all clips
 *       with a source, and keeps the first part of the area.
 * </ul>
 *
 * <p>Without any claim precision is 1; without any source, recall is 1 as published and AP, F1 and
 * accuracy are NaN corrected. Localisation accuracy is the share of clips with a source that are
 * found, whatever their confidence, in both ways; NaN without such clips.
 *
 * <p>Source: S. Mo, P. Morgado, "A closer look at weakly-supervised audio-visual source
 * localization", NeurIPS 2022, and its code.
 *
 * @param averagePrecision 0 to 1
 * @param maxF1 0 to 1
 * @param localisationAccuracy 0 to 1, or NaN
 */
public record DetectionScores(double averagePrecision, double maxF1, double localisationAccuracy) {

  /**
   * As the published code computes them.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   */
  public static DetectionScores asPublished(List<DetectedClip> clips, double ciouThreshold) {
    DetectionCurve curve = new DetectionCurve(clips, ciouThreshold);
    double[] numbers = numbers(curve, curve.once());
    return new DetectionScores(numbers[0], numbers[2], accuracy(clips, ciouThreshold));
  }

  /** The F1 of each threshold the published code looks at, rising thresholds. */
  static double[] publishedF1(List<DetectedClip> clips, double ciouThreshold) {
    DetectionCurve curve = new DetectionCurve(clips, ciouThreshold);
    return curve.counts(curve.once()).publishedF1();
  }

  /**
   * With the oddities of the published code mended.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   */
  public static DetectionScores corrected(List<DetectedClip> clips, double ciouThreshold) {
    DetectionCurve curve = new DetectionCurve(clips, ciouThreshold);
    double[] numbers = numbers(curve, curve.once());
    return new DetectionScores(numbers[1], numbers[3], accuracy(clips, ciouThreshold));
  }

  /**
   * Average precision and largest F1 in both ways with their intervals. Clips are drawn, with and
   * without source alike, and everything is computed anew of each draw.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   * @param bootstrap makes the intervals
   */
  public static Intervals intervals(
      List<DetectedClip> clips, double ciouThreshold, Bootstrap bootstrap) {
    DetectionCurve curve = new DetectionCurve(clips, ciouThreshold);
    List<Estimate> all = bootstrap.ofDraws(clips.size(), times -> numbers(curve, times));
    return new Intervals(all.get(0), all.get(1), all.get(2), all.get(3));
  }

  /**
   * Numbers with their intervals over clips; NaN where there is none.
   *
   * @param publishedAp average precision as published
   * @param correctedAp the same, corrected
   * @param publishedF1 largest F1 as published
   * @param correctedF1 the same, corrected
   */
  public record Intervals(
      Estimate publishedAp, Estimate correctedAp, Estimate publishedF1, Estimate correctedF1) {}

  /** AP as published and corrected, then F1; NaN corrected where no drawn clip has a source. */
  private static double[] numbers(DetectionCurve curve, int[] times) {
    DetectionCurve.Counts counts = curve.counts(times);
    boolean any = counts.hasSources();
    return new double[] {
      counts.publishedAp(),
      any ? counts.correctedAp() : Double.NaN,
      largest(counts.publishedF1()),
      any ? counts.correctedF1() : Double.NaN
    };
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  /**
   * The localisation accuracy with its interval, over the clips with a source.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   * @param bootstrap makes the interval
   * @return absent where no clip has a source
   */
  public static Optional<Estimate> accuracy(
      List<DetectedClip> clips, double ciouThreshold, Bootstrap bootstrap) {
    double[] found = found(clips, ciouThreshold);
    return found.length == 0 ? Optional.empty() : Optional.of(bootstrap.mean(found));
  }

  private static double accuracy(List<DetectedClip> clips, double ciouThreshold) {
    return Arrays.stream(found(clips, ciouThreshold)).average().orElse(Double.NaN);
  }

  /** 1 or 0 for each clip with a source. */
  private static double[] found(List<DetectedClip> clips, double ciouThreshold) {
    return clips.stream()
        .filter(DetectedClip::hasSource)
        .mapToDouble(clip -> clip.isFound(ciouThreshold) ? 1 : 0)
        .toArray();
  }
}
