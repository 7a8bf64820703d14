package whence.evaluate.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.evaluate.Bootstrap;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;

/**
 * How the maps of one source did under one protocol, with the trivial localizers beside.
 *
 * @param protocol what decides every number
 * @param truth what the maps were compared with
 * @param listed number of clips the test is about
 * @param missing ids of those that were not scored
 * @param lines the maps first, then the trivial localizers and the oracle bound
 * @param groups the maps over groups of clips
 * @param setScores of the maps, numbers that are no means over clips
 * @param scores of the maps, clip by clip
 * @param notes what was odd
 */
public record ScoreReport(
    Protocol protocol,
    String truth,
    int listed,
    List<String> missing,
    List<ScoreLine> lines,
    List<ScoreLine> groups,
    List<SetScore> setScores,
    List<ClipScore> scores,
    List<String> notes) {

  /** Copies the lists. */
  public ScoreReport {
    missing = List.copyOf(missing);
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
    setScores = List.copyOf(setScores);
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /**
   * Takes the numbers of one protocol.
   *
   * @param maps scored under it
   * @param protocol which
   * @param groupings what the scores of the maps are broken down by
   * @param bootstrap makes the intervals
   */
  public static ScoreReport of(
      ScoredMaps maps, Protocol protocol, List<Grouping> groupings, Bootstrap bootstrap) {
    ScoreLines lines = new ScoreLines(maps, protocol, bootstrap);
    List<ScoreLine> groups = groupings.stream().map(lines::by).flatMap(List::stream).toList();
    List<ClipScore> scores = maps.scores(maps.name(), protocol);
    List<String> notes = new ArrayList<>(maps.oddities());
    notes.addAll(zeroByZero(protocol, scores, maps));
    long others = maps.clips().stream().filter(clip -> !clip.map().probability()).count();
    if (protocol == Protocol.AVSBENCH && others > 0) {
      notes.add(
          others + " maps with values outside of [0, 1]; avsbench takes them as probabilities");
    }
    return new ScoreReport(
        protocol,
        maps.truthName(),
        maps.listed(),
        maps.missing(),
        lines.all(),
        groups,
        SetScore.of(maps, protocol, bootstrap),
        scores,
        notes);
  }

  /** What the protocol makes of clips where there is nothing to find. */
  private static List<String> zeroByZero(
      Protocol protocol, List<ClipScore> scores, ScoredMaps maps) {
    long empty = maps.clips().stream().filter(clip -> clip.facts().area() == 0).count();
    if (empty == 0) {
      return List.of();
    }
    long undefined = scores.stream().filter(score -> Double.isNaN(score.ciou())).count();
    String which = undefined == empty ? "there" : "for " + undefined + " of them";
    String made =
        undefined > 0
            ? "divides 0 by 0 " + which + ", as published"
            : "scores %s %s"
                .formatted(
                    empty == 1 ? "it" : "them",
                    protocol == Protocol.AVSBENCH ? "by the share left out" : "0");
    String clips = empty == 1 ? "1 clip" : empty + " clips";
    return List.of(clips + " with an empty truth; " + protocol.label() + " " + made);
  }

  /** Number of scored clips. */
  public int n() {
    return scores.size();
  }

  /**
   * The number of one metric for the maps at the protocol's own threshold; NaN also where no clip
   * has it.
   */
  public double value(Metric metric) {
    Estimate estimate = lines.get(0).estimates().get(metric);
    return estimate == null ? Double.NaN : estimate.value();
  }

  /**
   * The report for a machine: protocol, n, listed, missing, success, mean_ciou, auc, and id and
   * ciou of every clip. NaN stands for 0 / 0 as published.
   */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("protocol", protocol.name());
    json.put("n", n());
    json.put("listed", listed);
    json.put("missing", missing);
    json.put("success", value(Metric.SUCCESS_FIXED));
    json.put("mean_ciou", value(Metric.MEAN_CIOU));
    json.put("auc", value(Metric.AUC));
    json.put("clips", scores.stream().map(ScoreReport::clip).toList());
    return json;
  }

  private static Map<String, Object> clip(ClipScore score) {
    Map<String, Object> clip = new LinkedHashMap<>();
    clip.put("id", score.id());
    clip.put("ciou", score.ciou());
    return clip;
  }
}
