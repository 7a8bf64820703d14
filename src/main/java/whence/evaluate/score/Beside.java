package whence.evaluate.score;

import java.util.List;

/** What is scored on the same clips as the maps. */
public enum Beside {
  /** Whole image, centred disc and random, as a score should always stand. */
  TRIVIAL_LOCALIZERS,
  /** Nothing, where only the maps' own scores are wanted. */
  NOTHING;

  List<TrivialMap> maps() {
    return this == NOTHING ? List.of() : List.of(TrivialMap.values());
  }
}
