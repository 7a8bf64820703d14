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
 * @param truth what the maps were compared with, and what was odd about it
 * @param listed number of clips the test is about
 * @param missing ids of those that were not scored
 * @param lines the maps first, then the trivial localizers and the oracle bound
 * @param groups the same localizers at the protocol's own threshold, over each group of clips
 * @param setScores numbers that are no means over all clips; none of maps with {@link
 *     Beside#NOTHING}
 * @param scores of the maps, clip by clip
 * @param notes what there is to say about the maps and what the protocol makes of them
 */
public record ScoreReport(
    Protocol protocol,
    TruthFacts truth,
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
   * @param groupings what the scores are broken down by
   * @param bootstrap makes the intervals
   */
  public static ScoreReport of(
      ScoredMaps maps, Protocol protocol, List<Grouping> groupings, Bootstrap bootstrap) {
    return ofEach(maps, List.of(protocol), groupings, bootstrap).get(0);
  }

  /**
   * The same of several protocols, which is faster together.
   *
   * @param maps scored under all of them
   * @param protocols each once
   * @param groupings what the scores are broken down by
   * @param bootstrap makes the intervals
   * @return one for each protocol, in their order
   */
  public static List<ScoreReport> ofEach(
      ScoredMaps maps, List<Protocol> protocols, List<Grouping> groupings, Bootstrap bootstrap) {
    ScoreLines lines = new ScoreLines(maps, bootstrap);
    Map<Protocol, List<ScoreLine>> all = lines.all(protocols);
    List<Map<Protocol, List<ScoreLine>>> groups =
        groupings.stream().map(grouping -> lines.by(grouping, protocols)).toList();
    return protocols.parallelStream()
        .map(
            protocol ->
                of(
                    maps,
                    protocol,
                    all.getOrDefault(protocol, List.of()),
                    groups.stream()
                        .flatMap(by -> by.getOrDefault(protocol, List.of()).stream())
                        .toList(),
                    bootstrap))
        .toList();
  }

  private static ScoreReport of(
      ScoredMaps maps,
      Protocol protocol,
      List<ScoreLine> lines,
      List<ScoreLine> groups,
      Bootstrap bootstrap) {
    List<String> notes = new ArrayList<>(ReportNotes.of(maps, protocol));
    List<SetScore> setScores = List.of();
    if (maps.beside() != Beside.NOTHING) {
      setScores = SetScores.of(maps, protocol, bootstrap);
      notes.addAll(maps.pictures().notes());
    }
    return new ScoreReport(
        protocol,
        maps.truth(),
        maps.listed(),
        maps.missing(),
        lines,
        groups,
        setScores,
        maps.scores(maps.name(), protocol),
        notes);
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
    return value(lines.get(0), metric);
  }

  private static double value(ScoreLine line, Metric metric) {
    Estimate estimate = line.estimates().get(metric);
    return estimate == null ? Double.NaN : estimate.value();
  }

  /**
   * The report for a machine: protocol, n, listed, missing, success, mean_ciou, auc, and id and
   * ciou of every clip; where groups were asked for, also group, n, success, mean_ciou and auc of
   * each. All of it is about the maps. NaN stands for 0 / 0 as published.
   */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("protocol", protocol.name());
    json.put("n", n());
    json.put("listed", listed);
    json.put("missing", missing);
    putScores(json, lines.get(0));
    json.put("clips", scores.stream().map(ScoreReport::clip).toList());
    if (!groups.isEmpty()) {
      json.put("groups", groups.stream().filter(this::isOfMaps).map(ScoreReport::group).toList());
    }
    return json;
  }

  private boolean isOfMaps(ScoreLine line) {
    return line.localizer().equals(lines.get(0).localizer());
  }

  private static Map<String, Object> group(ScoreLine line) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("group", line.group());
    group.put("n", line.n());
    putScores(group, line);
    return group;
  }

  private static void putScores(Map<String, Object> json, ScoreLine line) {
    json.put("success", value(line, Metric.SUCCESS_FIXED));
    json.put("mean_ciou", value(line, Metric.MEAN_CIOU));
    json.put("auc", value(line, Metric.AUC));
  }

  private static Map<String, Object> clip(ClipScore score) {
    Map<String, Object> clip = new LinkedHashMap<>();
    clip.put("id", score.id());
    clip.put("ciou", score.ciou());
    return clip;
  }
}
