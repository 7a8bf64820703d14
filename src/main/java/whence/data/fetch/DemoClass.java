package whence.data.fetch;

import java.util.List;

/**
 * One class of the demo: pictures and sounds of the same kind of thing.
 *
 * @param name such as {@code owl}; file-name safe
 * @param photoCutouts photographs with alpha, each {@code package:member}; may be empty
 * @param drawnCutouts drawings with alpha, each {@code package:member}; may be empty
 * @param recordings sounds, each {@code package:member}; at least one
 */
public record DemoClass(
    String name, List<String> photoCutouts, List<String> drawnCutouts, List<String> recordings) {

  /** Copies the lists. */
  public DemoClass {
    photoCutouts = List.copyOf(photoCutouts);
    drawnCutouts = List.copyOf(drawnCutouts);
    recordings = List.copyOf(recordings);
  }
}
