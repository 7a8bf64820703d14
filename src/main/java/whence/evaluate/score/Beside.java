package whence.evaluate.score;

import java.util.List;

/** What is scored on the same clips as the maps. */
public enum Beside {
  /**
   * Whole image, centred disc and random, as a score should always stand, and the oracle bound of
   * the protocol.
   */
  TRIVIAL_LOCALIZERS,
  /** Nothing, where only the maps' own scores are wanted. */
  NOTHING;

  /** The name of the oracle bound in tables. */
  public static final String ORACLE = "oracle";

  List<TrivialMap> maps() {
    return this == NOTHING ? List.of() : List.of(TrivialMap.values());
  }
}
