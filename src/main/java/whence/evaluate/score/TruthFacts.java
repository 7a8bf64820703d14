package whence.evaluate.score;

import java.util.List;

/**
 * What maps were compared with.
 *
 * @param name where it was read from, such as {@code vggss:vggss.json}
 * @param rule how g is drawn of what was annotated, see {@link whence.data.reader.TruthSet#rule}
 * @param oddities what was odd about the annotations of the listed clips, and about the list
 */
public record TruthFacts(String name, String rule, List<String> oddities) {

  /** Copies the list. */
  public TruthFacts {
    oddities = List.copyOf(oddities);
  }
}
