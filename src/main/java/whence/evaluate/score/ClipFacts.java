package whence.evaluate.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whence.data.reader.BoxRule;
import whence.data.reader.ClipTruth;
import whence.evaluate.DrawnTruth;
import whence.evaluate.Protocol;

/**
 * What scores may be broken down by.
 *
 * @param id the clip's id
 * @param image what names the picture
 * @param soundClass what sounds, where it is known
 * @param boxes number of boxes as listed; 0 for a clip without visible source
 * @param area sum of the truth g as {@link Protocol#WHENCE} has it, in pixels of the 224 x 224 grid
 * @param empty the rules about boxes under which nothing is left of the truth
 */
record ClipFacts(
    String id,
    String image,
    Optional<String> soundClass,
    int boxes,
    double area,
    Set<BoxRule> empty) {

  /** Copies the set. */
  ClipFacts {
    empty = Set.copyOf(empty);
  }

  static ClipFacts of(DrawnTruth drawn) {
    ClipTruth truth = drawn.truth();
    return new ClipFacts(
        truth.id(),
        truth.image(),
        truth.soundClass(),
        truth.region().boxes(),
        drawn.consensus(Protocol.WHENCE).sum(),
        Arrays.stream(BoxRule.values())
            .filter(rule -> drawn.consensus(rule).isEmpty())
            .collect(Collectors.toSet()));
  }
}
