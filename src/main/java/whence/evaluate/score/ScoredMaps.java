package whence.evaluate.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import whence.data.reader.Oddity;
import whence.data.reader.TruthSet;
import whence.evaluate.ClipScore;
import whence.evaluate.Protocol;

/** The scores of all maps of one source, clip by clip. */
public final class ScoredMaps {

  private final String name;
  private final TruthSet truth;
  private final List<String> listed;
  private final List<JudgedClip> clips;
  private final int unlisted;
  private final Beside beside;

  /**
   * Joins what was scored.
   *
   * @param name the source's name, which is the localizer's in tables
   * @param truth what the maps were compared with
   * @param listed ids of the clips the test is about, in order
   * @param clips those that were scored, in the order of the list; at least one
   * @param unlisted number of maps that belong to no listed and annotated clip
   * @param beside what was scored with them
   */
  ScoredMaps(
      String name,
      TruthSet truth,
      List<String> listed,
      List<JudgedClip> clips,
      int unlisted,
      Beside beside) {
    this.name = name;
    this.truth = truth;
    this.listed = List.copyOf(listed);
    this.clips = List.copyOf(clips);
    this.unlisted = unlisted;
    this.beside = beside;
  }

  /** The source's name. */
  public String name() {
    return name;
  }

  /** What the maps were compared with. */
  TruthFacts truth() {
    return new TruthFacts(truth.name(), truth.rule(), oddities());
  }

  /** Number of maps that belong to no listed and annotated clip. */
  int unlisted() {
    return unlisted;
  }

  /** What was scored with the maps. */
  Beside beside() {
    return beside;
  }

  /** The pictures of the clips. */
  SharedPictures pictures() {
    return new SharedPictures(truth, listed, clips);
  }

  /** Number of clips the test is about. */
  public int listed() {
    return listed.size();
  }

  /** Number of scored clips. */
  public int n() {
    return clips.size();
  }

  /** The listed clips that were not scored, in order. */
  public List<String> missing() {
    Set<String> scored = clips.stream().map(c -> c.facts().id()).collect(Collectors.toSet());
    return listed.stream().filter(id -> !scored.contains(id)).toList();
  }

  /** The scored clips, in the order of the list. */
  List<JudgedClip> clips() {
    return clips;
  }

  /** The localizers: the maps, then the trivial ones. */
  public List<String> localizers() {
    return List.copyOf(clips.get(0).scores().keySet());
  }

  /** The scores of one localizer under one protocol, in the order of the list. */
  public List<ClipScore> scores(String localizer, Protocol protocol) {
    return clips.stream().map(clip -> clip.score(localizer, protocol)).toList();
  }

  /** What was odd about the annotations of the listed clips, and about the list. */
  public List<String> oddities() {
    List<String> odd = new ArrayList<>();
    Set<String> about = new HashSet<>(listed);
    for (Oddity oddity : truth.oddities()) {
      if (about.contains(oddity.subject()) || !truth.has(oddity.subject())) {
        odd.add(oddity.text());
      }
    }
    for (String id : listed) {
      if (!truth.has(id)) {
        odd.add(id + ": listed, but not annotated in " + truth.name());
      }
    }
    return odd;
  }
}
