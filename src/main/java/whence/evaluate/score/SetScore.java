package whence.evaluate.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whence.evaluate.Bootstrap;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.measure.DetectedClip;
import whence.evaluate.measure.DetectionScores;
import whence.evaluate.measure.InstanceScores;
import whence.evaluate.measure.MaskFScore;

/**
 * A number of the maps that is no mean over clips.
 *
 * @param name such as {@code IIoU @0.5}
 * @param n number of clips or images it is about; of LocAcc those with a source
 * @param value the number
 * @param interval over clips, or over images where several clips share one; absent where no clip
 *     has the number
 */
public record SetScore(String name, int n, double value, Optional<Estimate> interval) {

  private static final String F = "F (beta^2 = 0.3)";

  /** Those that belong to a protocol and to what the clips are. */
  static List<SetScore> of(ScoredMaps maps, Protocol protocol, Bootstrap bootstrap) {
    List<SetScore> scores = new ArrayList<>();
    addInstances(scores, maps, protocol, bootstrap);
    if (protocol == Protocol.SLAVC) {
      addDetection(scores, maps, bootstrap);
    }
    if (protocol == Protocol.AVSBENCH) {
      List<float[]> curves =
          maps.clips().stream().map(JudgedClip::maskCurve).flatMap(Optional::stream).toList();
      scores.add(
          MaskFScore.of(curves, bootstrap)
              .map(f -> of(F, f))
              .orElse(new SetScore(F, 0, Double.NaN, Optional.empty())));
    }
    return scores;
  }

  private static void addInstances(
      List<SetScore> scores, ScoredMaps maps, Protocol protocol, Bootstrap bootstrap) {
    Set<String> images = new HashSet<>();
    maps.clips().forEach(clip -> images.add(clip.facts().image()));
    if (images.size() == maps.n()) {
      return;
    }
    Map<String, List<InstanceScores.Instance>> variants = new LinkedHashMap<>();
    for (JudgedClip clip : maps.clips()) {
      ClipScore own = clip.score(maps.name(), protocol);
      add(variants, "", clip, own);
      own.sizeAdaptive().ifPresent(adaptive -> add(variants, ", size-adaptive", clip, adaptive));
    }
    variants.forEach(
        (suffix, instances) -> {
          InstanceScores both = InstanceScores.of(instances, bootstrap);
          scores.add(of("IIoU @0.5" + suffix, both.success()));
          scores.add(of("IAUC" + suffix, both.area()));
        });
  }

  private static void add(
      Map<String, List<InstanceScores.Instance>> variants,
      String suffix,
      JudgedClip clip,
      ClipScore score) {
    variants
        .computeIfAbsent(suffix, s -> new ArrayList<>())
        .add(new InstanceScores.Instance(clip.facts().image(), score.ciou()));
  }

  private static void addDetection(List<SetScore> scores, ScoredMaps maps, Bootstrap bootstrap) {
    List<DetectedClip> clips =
        maps.clips().stream()
            .map(
                clip ->
                    new DetectedClip(
                        clip.facts().boxes() > 0,
                        clip.score(maps.name(), Protocol.SLAVC).ciou(),
                        clip.confidence()))
            .toList();
    DetectionScores.Intervals all =
        DetectionScores.intervals(clips, Metric.SUCCESS_CIOU, bootstrap);
    scores.add(
        DetectionScores.accuracy(clips, Metric.SUCCESS_CIOU, bootstrap)
            .map(accuracy -> of("LocAcc @0.5", accuracy))
            .orElse(new SetScore("LocAcc @0.5", 0, Double.NaN, Optional.empty())));
    scores.add(of("AP @0.5, as published", all.publishedAp()));
    scores.add(of("AP @0.5, corrected", all.correctedAp()));
    scores.add(of("max F1 @0.5, as published", all.publishedF1()));
    scores.add(of("max F1 @0.5, corrected", all.correctedF1()));
  }

  private static SetScore of(String name, Estimate estimate) {
    return new SetScore(name, estimate.n(), estimate.value(), Optional.of(estimate));
  }

  /** The number with its interval, if it has one. */
  String valueText() {
    return interval
        .map(Estimate::toText)
        .orElseGet(() -> String.format(Locale.ROOT, "%.3f", value));
  }
}
