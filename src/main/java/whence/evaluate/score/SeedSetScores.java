package whence.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evaluate.Protocol;
import whence.evaluate.SeedBootstrap;
import whence.evaluate.measure.InstanceScores;
import whence.evaluate.measure.MaskFScore;

/**
 * Numbers that are no means over all clips, of several seeds that were judged on the same clips:
 * IIoU and IAUC where clips share pictures, F of masks under {@code AVSBENCH}. Each is the mean
 * over seeds.
 */
public final class SeedSetScores {
  private SeedSetScores() {}

  /**
   * Takes those that belong to a protocol and to what the clips are.
   *
   * @param localizer who drew the maps, as it is to be called
   * @param seeds at least one, scored with {@link Beside#SET_SCORES} or more, all on the same clips
   * @param names for each seed the localizer among its maps; those beside have no F
   * @param protocol under which they were scored
   * @param bootstrap makes the intervals, over seeds and clips or pictures
   * @return empty where the set and the protocol have no such number
   */
  public static List<SetScore> of(
      String localizer,
      List<ScoredMaps> seeds,
      List<String> names,
      Protocol protocol,
      SeedBootstrap bootstrap) {
    List<SetScore> scores = new ArrayList<>(pictures(localizer, seeds, names, protocol, bootstrap));
    if (protocol == Protocol.AVSBENCH && names.get(0).equals(seeds.get(0).name())) {
      scores.add(masks(localizer, seeds, bootstrap));
    }
    return scores;
  }

  private static List<SetScore> pictures(
      String localizer,
      List<ScoredMaps> seeds,
      List<String> names,
      Protocol protocol,
      SeedBootstrap bootstrap) {
    List<SetScore> scores = new ArrayList<>();
    for (String threshold : thresholds(seeds.get(0), names.get(0), protocol)) {
      List<InstanceScores.Images> images = new ArrayList<>();
      for (int k = 0; k < seeds.size(); k++) {
        List<JudgedClip> whole = seeds.get(k).pictures().clips();
        images.add(
            InstanceScores.Images.of(
                SetScores.instances(names.get(k), protocol, whole)
                    .getOrDefault(threshold, List.of())));
      }
      List<double[]> success = images.stream().map(InstanceScores.Images::success).toList();
      List<double[]> area = images.stream().map(InstanceScores.Images::area).toList();
      scores.add(
          SetScore.of(localizer, threshold, SetScores.SUCCESS, bootstrap.meanOfSameClips(success)));
      scores.add(
          SetScore.of(localizer, threshold, SetScores.AREA, bootstrap.meanOfSameClips(area)));
    }
    return scores;
  }

  private static List<String> thresholds(ScoredMaps maps, String name, Protocol protocol) {
    return List.copyOf(SetScores.instances(name, protocol, maps.pictures().clips()).keySet());
  }

  private static SetScore masks(String localizer, List<ScoredMaps> seeds, SeedBootstrap bootstrap) {
    List<List<float[]>> curves =
        seeds.stream()
            .map(
                maps ->
                    maps.clips().stream()
                        .map(JudgedClip::maskCurve)
                        .flatMap(Optional::stream)
                        .toList())
            .toList();
    int clips = curves.get(0).size();
    return clips == 0
        ? SetScore.undefined(localizer, SetScores.F)
        : SetScore.of(
            localizer,
            SetScores.F,
            bootstrap.ofSameClips(
                seeds.size(),
                clips,
                (seed, times) -> MaskFScore.largestMean(curves.get(seed), times)));
  }
}
