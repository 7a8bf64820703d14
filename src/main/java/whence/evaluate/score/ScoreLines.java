package whence.evaluate.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.evaluate.Bootstrap;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.Estimates;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;

/** Takes the lines of a report from the scores of clips. */
final class ScoreLines {

  /** What is reported of every localizer, in the order of the columns. */
  static final List<Metric> METRICS =
      List.of(
          Metric.SUCCESS_FIXED, Metric.MEAN_CIOU, Metric.AUC, Metric.POINTING, Metric.WRONG_OBJECT);

  private final ScoredMaps maps;
  private final Bootstrap bootstrap;

  ScoreLines(ScoredMaps maps, Bootstrap bootstrap) {
    this.maps = maps;
    this.bootstrap = bootstrap;
  }

  /**
   * Every localizer over all clips, each threshold on a line of its own; for all protocols at once,
   * for which clips are then drawn once.
   */
  Map<Protocol, List<ScoreLine>> all(List<Protocol> protocols) {
    List<Wanted> wanted = new ArrayList<>();
    for (Protocol protocol : protocols) {
      for (String name : maps.localizers()) {
        List<ClipScore> own = maps.scores(name, protocol);
        wanted.add(new Wanted(protocol, name, ScoreLine.OWN, ScoreLine.ALL, own));
        if (protocol.reportsAdaptive()) {
          List<ClipScore> adaptive = adaptive(own);
          wanted.add(new Wanted(protocol, name, ScoreLine.SIZE_ADAPTIVE, ScoreLine.ALL, adaptive));
        }
      }
    }
    return lines(wanted);
  }

  /** Every localizer at the protocols' own thresholds, over each group of clips. */
  Map<Protocol, List<ScoreLine>> by(Grouping grouping, List<Protocol> protocols) {
    Map<String, List<JudgedClip>> groups = new TreeMap<>(grouping.order());
    for (JudgedClip clip : maps.clips()) {
      groups.computeIfAbsent(grouping.of(clip.facts()), name -> new ArrayList<>()).add(clip);
    }
    List<Wanted> wanted = new ArrayList<>();
    for (Protocol protocol : protocols) {
      groups.forEach(
          (group, clips) -> {
            String title = grouping.label() + "=" + group;
            for (String name : maps.localizers()) {
              List<ClipScore> own = clips.stream().map(clip -> clip.score(name, protocol)).toList();
              wanted.add(new Wanted(protocol, name, ScoreLine.OWN, title, own));
            }
          });
    }
    return lines(wanted);
  }

  private Map<Protocol, List<ScoreLine>> lines(List<Wanted> wanted) {
    List<Map<Metric, Estimate>> estimates =
        Estimates.ofEach(wanted.stream().map(Wanted::scores).toList(), METRICS, bootstrap);
    Map<Protocol, List<ScoreLine>> lines = new EnumMap<>(Protocol.class);
    for (int k = 0; k < wanted.size(); k++) {
      Protocol protocol = wanted.get(k).protocol;
      lines
          .computeIfAbsent(protocol, none -> new ArrayList<>())
          .add(wanted.get(k).with(estimates.get(k)));
    }
    return lines;
  }

  private static List<ClipScore> adaptive(List<ClipScore> own) {
    return own.stream().map(ClipScore::sizeAdaptive).flatMap(Optional::stream).toList();
  }

  private record Wanted(
      Protocol protocol, String localizer, String threshold, String group, List<ClipScore> scores) {

    ScoreLine with(Map<Metric, Estimate> estimates) {
      return new ScoreLine(localizer, threshold, group, estimates);
    }
  }
}
