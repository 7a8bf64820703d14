package whence.evaluate.score;

import java.util.List;

/** What is scored with the maps, on the same clips. */
public enum Beside {
  /**
   * Whole image, centred disc and random, as a score should always stand, and the oracle bound of
   * the protocol; and the numbers that are no means over all clips, {@link SetScore}.
   */
  TRIVIAL_LOCALIZERS,
  /** No localizer, but the numbers that are no means over all clips. */
  SET_SCORES,
  /**
   * Nothing, where only the maps' own scores of clips and their means are wanted, as in JSON: no
   * {@link SetScore} either, whose intervals take long.
   */
  NOTHING;

  /** The name of the oracle bound in tables. */
  public static final String ORACLE = "oracle";

  List<TrivialMap> maps() {
    return this == TRIVIAL_LOCALIZERS ? List.of(TrivialMap.values()) : List.of();
  }
}
