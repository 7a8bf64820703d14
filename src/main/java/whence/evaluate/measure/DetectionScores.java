package whence.evaluate.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  private static final int AP_STEPS = 200;
  private static final int F1_STEPS = 10;

  /**
   * As the published code computes them.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   */
  public static DetectionScores asPublished(List<DetectedClip> clips, double ciouThreshold) {
    double[] f1 = publishedF1(clips, ciouThreshold);
    return new DetectionScores(
        publishedAp(clips, ciouThreshold),
        Arrays.stream(f1).max().orElse(Double.NaN),
        accuracy(clips, ciouThreshold));
  }

  /** The F1 of each threshold the published code looks at, rising thresholds. */
  static double[] publishedF1(List<DetectedClip> clips, double ciouThreshold) {
    double[] sorted = confidences(clips);
    int stride = Math.max(1, sorted.length / F1_STEPS);
    double[] f1 = new double[(sorted.length + stride - 1) / stride];
    Arrays.setAll(f1, k -> Point.at(clips, sorted[k * stride], ciouThreshold).f1());
    return f1;
  }

  private static double publishedAp(List<DetectedClip> clips, double ciouThreshold) {
    double[] sorted = confidences(clips);
    int stride = Math.max(1, sorted.length / AP_STEPS);
    List<Point> points = new ArrayList<>();
    for (int at = sorted.length - 2; at >= 0; at -= stride) {
      points.add(Point.at(clips, sorted[at], ciouThreshold));
    }
    double[] best = interpolated(points);
    double area = 0;
    for (int k = 0; k + 1 < best.length; k++) {
      area += best[k] * (points.get(k + 1).recall() - points.get(k).recall());
    }
    return area;
  }

  /**
   * With the oddities of the published code mended.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   */
  public static DetectionScores corrected(List<DetectedClip> clips, double ciouThreshold) {
    long sources = clips.stream().filter(DetectedClip::hasSource).count();
    if (sources == 0) {
      return new DetectionScores(Double.NaN, Double.NaN, Double.NaN);
    }
    List<Point> points = everyPoint(clips, ciouThreshold, sources);
    double[] best = interpolated(points);
    double area = 0;
    double before = 0;
    for (int k = 0; k < best.length; k++) {
      area += best[k] * (points.get(k).recall() - before);
      before = points.get(k).recall();
    }
    double f1 = points.stream().mapToDouble(Point::f1).max().orElse(Double.NaN);
    return new DetectionScores(area, f1, accuracy(clips, ciouThreshold));
  }

  /** A point for every confidence, from the highest on; clips of one confidence go together. */
  private static List<Point> everyPoint(
      List<DetectedClip> clips, double ciouThreshold, long sources) {
    List<DetectedClip> falling = new ArrayList<>(clips);
    falling.sort(Comparator.comparingDouble(DetectedClip::confidence).reversed());
    List<Point> points = new ArrayList<>();
    int found = 0;
    for (int k = 0; k < falling.size(); k++) {
      found += falling.get(k).isFound(ciouThreshold) ? 1 : 0;
      boolean last = k + 1 == falling.size();
      if (last || falling.get(k + 1).confidence() < falling.get(k).confidence()) {
        points.add(new Point(found / (k + 1.0), found / (double) sources));
      }
    }
    return points;
  }

  /** The largest precision at each point or a later one. */
  private static double[] interpolated(List<Point> points) {
    double[] best = new double[points.size()];
    double largest = 0;
    for (int k = best.length - 1; k >= 0; k--) {
      largest = Math.max(largest, points.get(k).precision());
      best[k] = largest;
    }
    return best;
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

  private static double[] confidences(List<DetectedClip> clips) {
    return clips.stream().mapToDouble(DetectedClip::confidence).sorted().toArray();
  }

  /** One point of a precision-recall curve. */
  private record Point(double precision, double recall) {

    static Point at(List<DetectedClip> clips, double threshold, double ciouThreshold) {
      long found = 0;
      long wrong = 0;
      long missed = 0;
      for (DetectedClip clip : clips) {
        boolean claimed = clip.confidence() >= threshold;
        boolean right = clip.isFound(ciouThreshold);
        found += claimed && right ? 1 : 0;
        wrong += claimed && !right ? 1 : 0;
        missed += !claimed && clip.hasSource() ? 1 : 0;
      }
      double precision = found + wrong == 0 ? 1 : found / (double) (found + wrong);
      double recall = found + missed == 0 ? 1 : found / (double) (found + missed);
      return new Point(precision, recall);
    }

    double f1() {
      return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }
  }
}
