package whence.evaluate.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evaluate.Bootstrap;
import whence.evaluate.ClipScore;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.measure.DetectedClip;
import whence.evaluate.measure.DetectionScores;
import whence.evaluate.measure.InstanceScores;
import whence.evaluate.measure.MaskFScore;

/**
 * Takes the numbers of a report that are no means over all clips. IIoU, IAUC and LocAcc are of
 * every localizer; AP, F1 and F of the maps alone, for those beside have no confidence and no
 * curve.
 */
final class SetScores {
  private static final String ACCURACY = "LocAcc @0.5";
  static final String F = "F (beta^2 = 0.3)";
  static final String SUCCESS = "IIoU @0.5";
  static final String AREA = "IAUC";

  private final ScoredMaps maps;
  private final Protocol protocol;
  private final Bootstrap bootstrap;
  private final List<SetScore> scores = new ArrayList<>();

  private SetScores(ScoredMaps maps, Protocol protocol, Bootstrap bootstrap) {
    this.maps = maps;
    this.protocol = protocol;
    this.bootstrap = bootstrap;
  }

  /** Those that belong to a protocol and to what the clips are, each of the maps first. */
  static List<SetScore> of(ScoredMaps maps, Protocol protocol, Bootstrap bootstrap) {
    SetScores all = new SetScores(maps, protocol, bootstrap);
    all.addInstances();
    if (protocol == Protocol.SLAVC) {
      maps.localizers().forEach(all::addAccuracy);
      all.addDetection();
    }
    if (protocol == Protocol.AVSBENCH) {
      all.addMasks();
    }
    return all.scores;
  }

  private void addInstances() {
    List<JudgedClip> whole = maps.pictures().clips();
    List<Variant> variants = new ArrayList<>();
    for (String localizer : maps.localizers()) {
      instances(localizer, protocol, whole)
          .forEach((threshold, clips) -> variants.add(new Variant(localizer, threshold, clips)));
    }
    if (variants.isEmpty()) {
      return;
    }
    List<InstanceScores> both =
        InstanceScores.ofEach(variants.stream().map(Variant::clips).toList(), bootstrap);
    for (int k = 0; k < variants.size(); k++) {
      Variant v = variants.get(k);
      scores.add(SetScore.of(v.localizer, v.threshold, SUCCESS, both.get(k).success()));
      scores.add(SetScore.of(v.localizer, v.threshold, AREA, both.get(k).area()));
    }
  }

  /** The clips of a localizer under one of the thresholds. */
  private record Variant(String localizer, String threshold, List<InstanceScores.Instance> clips) {}

  /** The scores of clips by the threshold they are under. */
  static Map<String, List<InstanceScores.Instance>> instances(
      String localizer, Protocol protocol, List<JudgedClip> whole) {
    Map<String, List<InstanceScores.Instance>> variants = new LinkedHashMap<>();
    for (JudgedClip clip : whole) {
      String image = clip.facts().image();
      ClipScore score = clip.score(localizer, protocol);
      variants
          .computeIfAbsent(ScoreLine.OWN, threshold -> new ArrayList<>())
          .add(new InstanceScores.Instance(image, score.ciou()));
      score
          .ciouAdaptive()
          .ifPresent(
              ciou ->
                  variants
                      .computeIfAbsent(ScoreLine.SIZE_ADAPTIVE, threshold -> new ArrayList<>())
                      .add(new InstanceScores.Instance(image, ciou)));
    }
    return variants;
  }

  private void addAccuracy(String localizer) {
    scores.add(
        DetectionScores.accuracy(detected(localizer), Metric.SUCCESS_CIOU, bootstrap)
            .map(accuracy -> SetScore.of(localizer, ACCURACY, accuracy))
            .orElse(SetScore.undefined(localizer, ACCURACY)));
  }

  private void addDetection() {
    String name = maps.name();
    DetectionScores.Intervals all =
        DetectionScores.intervals(detected(name), Metric.SUCCESS_CIOU, bootstrap);
    scores.add(SetScore.of(name, "AP @0.5, as published", all.publishedAp()));
    scores.add(SetScore.of(name, "AP @0.5, corrected", all.correctedAp()));
    scores.add(SetScore.of(name, "max F1 @0.5, as published", all.publishedF1()));
    scores.add(SetScore.of(name, "max F1 @0.5, corrected", all.correctedF1()));
  }

  /** Clips with the confidence of the maps: a localizer beside has none. */
  private List<DetectedClip> detected(String localizer) {
    return maps.clips().stream()
        .map(
            clip ->
                new DetectedClip(
                    clip.facts().boxes() > 0,
                    clip.score(localizer, Protocol.SLAVC).ciou(),
                    clip.confidence()))
        .toList();
  }

  private void addMasks() {
    List<float[]> curves =
        maps.clips().stream().map(JudgedClip::maskCurve).flatMap(Optional::stream).toList();
    scores.add(
        MaskFScore.of(curves, bootstrap)
            .map(f -> SetScore.of(maps.name(), F, f))
            .orElse(SetScore.undefined(maps.name(), F)));
  }
}
