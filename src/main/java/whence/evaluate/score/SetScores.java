package whence.evaluate.score;

import java.util.ArrayList;
import java.util.List;
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
  private static final String F = "F (beta^2 = 0.3)";

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
    List<JudgedClip> whole = maps.pictures().clips();
    for (String localizer : maps.localizers()) {
      all.addInstances(localizer, whole);
      if (protocol == Protocol.SLAVC) {
        all.addAccuracy(localizer);
      }
    }
    if (protocol == Protocol.SLAVC) {
      all.addDetection();
    }
    if (protocol == Protocol.AVSBENCH) {
      all.addMasks();
    }
    return all.scores;
  }

  private void addInstances(String localizer, List<JudgedClip> whole) {
    List<InstanceScores.Instance> own = new ArrayList<>();
    List<InstanceScores.Instance> adaptive = new ArrayList<>();
    for (JudgedClip clip : whole) {
      String image = clip.facts().image();
      ClipScore score = clip.score(localizer, protocol);
      own.add(new InstanceScores.Instance(image, score.ciou()));
      score
          .ciouAdaptive()
          .ifPresent(ciou -> adaptive.add(new InstanceScores.Instance(image, ciou)));
    }
    addInstances(localizer, "", own);
    addInstances(localizer, ", " + ScoreLine.SIZE_ADAPTIVE, adaptive);
  }

  private void addInstances(
      String localizer, String suffix, List<InstanceScores.Instance> instances) {
    if (!instances.isEmpty()) {
      InstanceScores both = InstanceScores.of(instances, bootstrap);
      scores.add(SetScore.of(localizer, "IIoU @0.5" + suffix, both.success()));
      scores.add(SetScore.of(localizer, "IAUC" + suffix, both.area()));
    }
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
