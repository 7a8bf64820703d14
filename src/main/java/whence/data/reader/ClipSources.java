package whence.data.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sounds in each clip of a set and what can be seen in it, as far as its list says, so that a
 * sound can be told that belongs to nothing in a picture.
 *
 * <ul>
 *   <li>A duet of MUSIC has two instruments that sound and are seen.
 *   <li>A picture of IS3 shows the sources of all clips that share it.
 *   <li>Where a list names nothing, a sound is a source of its own: the five frames of a video of
 *       AVSBench share theirs.
 * </ul>
 *
 * @param sounding names of what sounds, one set a clip
 * @param visible names of what can be seen, one set a clip; what sounds is among them
 */
public record ClipSources(List<Set<String>> sounding, List<Set<String>> visible) {

  /** Copies. */
  public ClipSources {
    sounding = List.copyOf(sounding);
    visible = List.copyOf(visible);
  }

  /**
   * Of some of the listed clips.
   *
   * @param entries those
   * @param listed all, also those that are not there
   */
  static ClipSources of(DataSet kind, List<ClipEntry> entries, List<ClipEntry> listed) {
    Map<String, Set<String>> pictures = new HashMap<>();
    for (ClipEntry entry : listed) {
      pictures
          .computeIfAbsent(picture(kind, entry), key -> new TreeSet<>())
          .addAll(names(kind, entry));
    }
    List<Set<String>> sounding = new ArrayList<>();
    List<Set<String>> visible = new ArrayList<>();
    for (ClipEntry entry : entries) {
      sounding.add(names(kind, entry));
      visible.add(Set.copyOf(pictures.getOrDefault(picture(kind, entry), Set.of())));
    }
    return new ClipSources(sounding, visible);
  }

  private static Set<String> names(DataSet kind, ClipEntry entry) {
    String name = entry.soundClass().orElse(entry.sound());
    return kind.isDuet() ? new TreeSet<>(List.of(name.split(" "))) : Set.of(name);
  }

  /** What clips of one picture have in common. */
  private static String picture(DataSet kind, ClipEntry entry) {
    return kind == DataSet.IS3 ? Is3Name.of(entry.frame()).picture() : entry.frame();
  }
}
