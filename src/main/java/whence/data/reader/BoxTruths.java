package whence.data.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;

/** Annotations by boxes, filled while a file is read. */
final class BoxTruths implements TruthSet {

  private final String name;
  private final String rule;
  private final Map<String, ClipTruth> clips = new LinkedHashMap<>();
  private final List<Oddity> oddities = new ArrayList<>();

  /**
   * Makes an empty set.
   *
   * @param name where it is read from
   * @param rule how boxes become g, see {@link TruthSet#rule}
   */
  BoxTruths(String name, String rule) {
    this.name = name;
    this.rule = rule;
  }

  /**
   * Adds a clip.
   *
   * @throws WhenceException if it is there already with other boxes
   */
  void add(ClipTruth clip) {
    ClipTruth before = clips.putIfAbsent(clip.id(), clip);
    if (before == null) {
      if (isEmpty(clip)) {
        odd(clip.id(), "nothing is left of its truth");
      }
      return;
    }
    if (!before.equals(clip)) {
      throw new WhenceException(
          "Cannot read the truth " + name,
          "clip " + clip.id() + " a second time, with another annotation",
          "each clip once",
          "remove one of the two entries");
    }
    odd(clip.id(), "listed again with the same annotation; counted once");
  }

  /** Tells each clip that the regions of all others on its picture are silent. */
  void silenceTheOthers() {
    Map<String, List<ClipTruth>> pictures = new HashMap<>();
    clips.values().forEach(c -> pictures.computeIfAbsent(c.image(), k -> new ArrayList<>()).add(c));
    clips.replaceAll((id, clip) -> beside(clip, pictures.getOrDefault(clip.image(), List.of())));
  }

  private static ClipTruth beside(ClipTruth clip, List<ClipTruth> picture) {
    List<Region> silent =
        picture.stream()
            .filter(other -> !other.id().equals(clip.id()))
            .map(ClipTruth::region)
            .toList();
    return new ClipTruth(clip.id(), clip.image(), clip.soundClass(), clip.region(), silent);
  }

  /** Notes what was odd about a clip. */
  void odd(String id, String finding) {
    oddities.add(new Oddity(id, finding));
  }

  /**
   * The set, complete.
   *
   * @throws WhenceException if it has no clip
   */
  TruthSet complete() {
    if (clips.isEmpty()) {
      throw new WhenceException(
          "Cannot read the truth " + name,
          "no annotated clip",
          "at least one",
          "check that the path and the format belong together");
    }
    return this;
  }

  private static boolean isEmpty(ClipTruth clip) {
    for (float g : clip.region().consensus(BoxRule.CLIPPED).values()) {
      if (g > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<String> ids() {
    return List.copyOf(clips.keySet());
  }

  @Override
  public boolean has(String id) {
    return clips.containsKey(id);
  }

  @Override
  public ClipTruth truth(String id) {
    ClipTruth clip = clips.get(id);
    if (clip == null) {
      throw new WhenceException(
          "Cannot give the truth of " + id,
          "no such clip in " + name,
          "one of its " + clips.size() + " clips",
          "check the id against the data set");
    }
    return clip;
  }

  @Override
  public List<Oddity> oddities() {
    return List.copyOf(oddities);
  }
}
