package whence.evaluate.score;

import java.util.List;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.reader.ClassTruth;
import whence.data.reader.Coverage;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.ClassAwareClip;
import whence.evaluate.measure.ClassAwareScores;

/**
 * Scores maps of single classes, as MUSIC is judged: a clip has one map for each class that sounds
 * in it or is silent in it, under the id {@code CLIP@CLASS}. Maps may come in any order; one is in
 * memory at a time, a number of each is kept.
 *
 * @param maps name of what the maps come from
 * @param fractionOfMaximum above which a sounding class is predicted
 * @param coverage how many clips have all their maps, and which do not
 * @param other maps of no clip and class of the list
 * @param scores of the clips with all maps
 */
public record ClassScoring(
    String maps, double fractionOfMaximum, Coverage coverage, int other, ClassAwareScores scores) {

  /** The protocol's name in tables of numbers. */
  public static final String LABEL = "dsol-classes";

  /**
   * Scores all clips that have all their maps.
   *
   * @param truths of the clips listed, at least one
   * @param list where they were listed
   * @param source values as the network gives them: a silent class is quiet at 0.2 and below
   * @param fractionOfMaximum above which a sounding class is predicted
   * @param bootstrap makes the intervals
   * @throws WhenceException if an id comes twice, no clip is listed, or none has all its maps
   */
  public static ClassScoring of(
      List<ClassTruth> truths,
      String list,
      MapSource source,
      double fractionOfMaximum,
      Bootstrap bootstrap) {
    requireFraction(fractionOfMaximum);
    requireSome(truths, list);
    ClassNumbers numbers = new ClassNumbers(truths, source.name(), fractionOfMaximum);
    source.forEach(numbers::take);
    List<ClassAwareClip> clips = numbers.clips();
    if (clips.isEmpty()) {
      throw new WhenceException(
          "Cannot score the maps in " + source.name() + " class by class",
          "no clip with a map for each of its classes",
          "ids such as " + ClassNumbers.id(truths.get(0), truths.get(0).classes().get(0)),
          "name every map CLIP@CLASS, with the names of the truth");
    }
    Coverage coverage =
        Coverage.of(
            list,
            Coverage.Unit.CLIPS,
            truths.stream().map(ClassTruth::id).toList(),
            clips.stream().map(ClassAwareClip::id).collect(Collectors.toSet()));
    return new ClassScoring(
        source.name(),
        fractionOfMaximum,
        coverage,
        numbers.other(),
        ClassAwareScores.of(clips, bootstrap));
  }

  /** Everything about maps and their comparison that decides a number, in one line. */
  public String description() {
    return "dsol, class by class: maps to %d x %d (%s), %s"
        .formatted(
            ClassNumbers.SIDE,
            ClassNumbers.SIDE,
            ClassNumbers.RESIZE.description(),
            ClassAwareScores.rule(fractionOfMaximum));
  }

  private static void requireSome(List<ClassTruth> truths, String list) {
    if (truths.isEmpty()) {
      throw new WhenceException(
          "Cannot score maps class by class",
          "no clip with a class that sounds in " + list,
          "at least one",
          "check that the file is the one that was meant");
    }
  }

  private static void requireFraction(double fractionOfMaximum) {
    if (!(fractionOfMaximum > 0 && fractionOfMaximum < 1)) {
      throw new WhenceException(
          "Cannot score maps class by class",
          fractionOfMaximum + " of the maximum",
          "a fraction between 0 and 1",
          "0.5 is published for mosaics, 0.2 for duets");
    }
  }
}
