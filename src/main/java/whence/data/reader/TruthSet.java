package whence.data.reader;

import java.util.List;

/**
 * The annotations of a data set. Boxes are kept, maps are drawn as they are asked for, so that
 * memory does not grow by a map with every clip. Safe for several threads at once.
 */
public interface TruthSet {

  /** Where it was read from, such as {@code vggss:vggss.json}. */
  String name();

  /**
   * How g [224, 224] is drawn of what was annotated, in one line: where corners fall, and what
   * several boxes over one pixel make. What becomes of a negative coordinate is the protocol's.
   */
  String rule();

  /** Ids of all annotated clips, in the order of the file, or sorted where it is a folder. */
  List<String> ids();

  /** Whether a clip is annotated. */
  boolean has(String id);

  /**
   * What was annotated about a clip.
   *
   * @throws whence.WhenceException if there is no such clip, or its mask cannot be read
   */
  ClipTruth truth(String id);

  /**
   * What names the picture of a clip; several clips may share one, each with another sound.
   *
   * @param id of an annotated clip
   */
  default String image(String id) {
    return truth(id).image();
  }

  /**
   * What was odd: boxes without area or beyond the frame, truths that end empty, repeated entries,
   * files left out.
   */
  List<Oddity> oddities();
}
