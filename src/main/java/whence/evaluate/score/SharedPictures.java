package whence.evaluate.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import whence.data.reader.TruthSet;

/**
 * Pictures that several clips share, each with another sound. A picture counts as a whole or not at
 * all: one with a listed and annotated clip that was not scored does not count by the others.
 */
final class SharedPictures {
  private final boolean shared;
  private final int listed;
  private final int broken;
  private final List<JudgedClip> whole;

  /**
   * Looks at the pictures of a test.
   *
   * @param truth names the picture of every annotated clip
   * @param about ids of the clips the test is about
   * @param clips those that were scored
   */
  SharedPictures(TruthSet truth, List<String> about, List<JudgedClip> clips) {
    Set<String> scored = clips.stream().map(clip -> clip.facts().id()).collect(Collectors.toSet());
    Set<String> all = new HashSet<>();
    Set<String> halves = new HashSet<>();
    for (String id : about) {
      if (truth.has(id)) {
        all.add(truth.image(id));
        if (!scored.contains(id)) {
          halves.add(truth.image(id));
        }
      }
    }
    List<String> annotated = truth.ids();
    this.shared = annotated.stream().map(truth::image).distinct().count() < annotated.size();
    this.listed = all.size();
    this.broken = halves.size();
    this.whole = clips.stream().filter(clip -> !halves.contains(clip.facts().image())).toList();
  }

  /** The clips of all pictures that count; none where no such picture has several. */
  List<JudgedClip> clips() {
    long pictures = whole.stream().map(clip -> clip.facts().image()).distinct().count();
    return pictures < whole.size() ? whole : List.of();
  }

  /** What there is to say where annotated clips share pictures. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (shared && broken > 0) {
      notes.add(
          "IIoU leaves out %d of %d pictures, of which a listed source was not scored"
              .formatted(broken, listed));
    }
    if (shared && clips().isEmpty()) {
      notes.add("no IIoU: no picture has several listed sources and a map of each");
    }
    return notes;
  }
}
