package whence.evaluate.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import whence.WhenceException;
import whence.data.reader.TruthSet;
import whence.evaluate.ClipScore;
import whence.evaluate.Confidence;
import whence.evaluate.DrawnTruth;
import whence.evaluate.PreparedMap;
import whence.evaluate.Protocol;
import whence.evaluate.ProtocolScorer;
import whence.evaluate.measure.MaskFScore;
import whence.heatmap.GradedTruth;

/**
 * Scores the maps of a source against a truth under one or more protocols, the trivial localizers
 * beside them on the same clips. A few maps are in memory at a time; scores are kept.
 */
public final class MapScoring {

  private static final int SHOWN = 3;

  private final TruthSet truth;
  private final Set<String> listed;
  private final List<Protocol> protocols;
  private final Beside beside;
  private final int threads;

  /**
   * Prepares to score.
   *
   * @param truth annotations
   * @param listed ids of the clips the test is about; those without annotation or map are missing
   * @param protocols at least one
   * @param beside what is scored with the maps
   */
  public MapScoring(TruthSet truth, List<String> listed, List<Protocol> protocols, Beside beside) {
    this.truth = truth;
    this.listed = new LinkedHashSet<>(listed);
    this.protocols = List.copyOf(protocols);
    this.beside = beside;
    this.threads = Runtime.getRuntime().availableProcessors();
  }

  /**
   * Scores every map that belongs to a listed and annotated clip.
   *
   * @throws WhenceException if the maps are called as a localizer beside, an id comes twice, no map
   *     belongs to a clip, or a map cannot be read
   */
  public ScoredMaps score(MapSource maps) {
    requireName(maps);
    Set<String> seen = new LinkedHashSet<>();
    Map<String, JudgedClip> judged = new ConcurrentHashMap<>();
    try (MapWorkers workers = new MapWorkers(threads)) {
      maps.forEach(
          map -> {
            if (!seen.add(map.id())) {
              throw repeated(maps, map.id());
            }
            if (listed.contains(map.id()) && truth.has(map.id())) {
              workers.submit(() -> judged.put(map.id(), judge(maps.name(), map)));
            }
          });
      workers.finish();
    }
    if (judged.isEmpty()) {
      throw noneMatches(maps, seen);
    }
    List<JudgedClip> inOrder = new ArrayList<>();
    for (String id : listed) {
      JudgedClip clip = judged.get(id);
      if (clip != null) {
        inOrder.add(clip);
      }
    }
    Set<String> unlisted = new HashSet<>(seen);
    unlisted.removeAll(judged.keySet());
    return new ScoredMaps(
        maps.name(), truth, List.copyOf(listed), inOrder, unlisted.size(), beside);
  }

  /** Scores are kept by name: maps that are called as a localizer beside would be taken for it. */
  private void requireName(MapSource maps) {
    boolean taken =
        beside == Beside.TRIVIAL_LOCALIZERS
            && (maps.name().equals(Beside.ORACLE)
                || beside.maps().stream().anyMatch(map -> map.label().equals(maps.name())));
    if (taken) {
      throw new WhenceException(
          "Cannot score the maps of " + maps.name(),
          "the name of what is scored beside them",
          "another name",
          "rename the file or folder");
    }
  }

  private JudgedClip judge(String name, NamedMap named) {
    DrawnTruth drawn = new DrawnTruth(truth.truth(named.id()));
    PreparedMap map = new PreparedMap(named.map());
    Map<String, Map<Protocol, ClipScore>> scores = new LinkedHashMap<>();
    scores.put(name, scores(map, drawn));
    for (TrivialMap trivial : beside.maps()) {
      scores.put(trivial.label(), scores(trivial.of(named.id()), drawn));
    }
    if (beside == Beside.TRIVIAL_LOCALIZERS) {
      scores.put(Beside.ORACLE, each(protocol -> ProtocolScorer.oracle(protocol, drawn)));
    }
    return new JudgedClip(
        ClipFacts.of(drawn),
        MapFacts.of(named.map()),
        wantsSetScoreOf(Protocol.SLAVC) ? Confidence.of(map) : Double.NaN,
        maskCurve(map, drawn.consensus(Protocol.AVSBENCH)),
        scores);
  }

  private Optional<float[]> maskCurve(PreparedMap map, GradedTruth truth) {
    return truth.isEmpty() || !wantsSetScoreOf(Protocol.AVSBENCH)
        ? Optional.empty()
        : Optional.of(MaskFScore.curve(Protocol.AVSBENCH.enlarge(map), truth));
  }

  private boolean wantsSetScoreOf(Protocol protocol) {
    return beside != Beside.NOTHING && protocols.contains(protocol);
  }

  private Map<Protocol, ClipScore> scores(PreparedMap map, DrawnTruth drawn) {
    return each(protocol -> ProtocolScorer.score(protocol, map, drawn));
  }

  private Map<Protocol, ClipScore> each(Function<Protocol, ClipScore> score) {
    Map<Protocol, ClipScore> scores = new EnumMap<>(Protocol.class);
    for (Protocol protocol : protocols) {
      scores.put(protocol, score.apply(protocol));
    }
    return scores;
  }

  private static WhenceException repeated(MapSource maps, String id) {
    return new WhenceException(
        "Cannot score the maps of " + maps.name(),
        "a second map for clip " + id,
        "one map a clip",
        "remove one of the two; which one counts cannot be guessed");
  }

  private WhenceException noneMatches(MapSource maps, Set<String> seen) {
    return new WhenceException(
        "Cannot score the maps of " + maps.name(),
        seen.size() + " maps, none for a listed and annotated clip: " + some(seen),
        "ids such as " + some(listed) + " of " + truth.name(),
        "give maps the ids of the annotations, without folders and endings");
  }

  private static String some(Set<String> ids) {
    List<String> first = ids.stream().limit(SHOWN).toList();
    return ids.isEmpty() ? "none" : String.join(", ", first) + (ids.size() > SHOWN ? ", ..." : "");
  }
}
