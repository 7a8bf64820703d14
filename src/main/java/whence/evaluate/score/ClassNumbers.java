package whence.evaluate.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.WhenceException;
import whence.data.reader.ClassTruth;
import whence.data.reader.ClipTruth;
import whence.evaluate.measure.ClassAwareClip;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * Takes the maps of single classes one by one, in any order. Of each only its number is kept, so
 * that memory does not grow by the maps.
 */
final class ClassNumbers {
  static final Resize RESIZE = Resize.BILINEAR;
  static final int SIDE = ClipTruth.SIZE;

  private final String source;
  private final double fractionOfMaximum;
  private final List<ClassTruth> truths;

  /** The clip of every map that is wanted. */
  private final Map<String, ClassTruth> wanted = new HashMap<>();

  private final Map<String, Double> numbers = new HashMap<>();
  private int other;

  /**
   * Begins without any map.
   *
   * @param truths of the clips listed
   * @param source the name of what the maps come from, for messages
   * @param fractionOfMaximum above which a sounding class is predicted
   */
  ClassNumbers(List<ClassTruth> truths, String source, double fractionOfMaximum) {
    this.truths = truths;
    this.source = source;
    this.fractionOfMaximum = fractionOfMaximum;
    truths.forEach(truth -> truth.classes().forEach(name -> wanted.put(id(truth, name), truth)));
  }

  /** The id of the map of a clip's class. */
  static String id(ClassTruth truth, String name) {
    return truth.id() + "@" + name;
  }

  /**
   * Takes the number of a map.
   *
   * @throws WhenceException if there was one of this id
   */
  void take(NamedMap named) {
    ClassTruth truth = wanted.get(named.id());
    if (truth == null) {
      other++;
      return;
    }
    String name = named.id().substring(truth.id().length() + 1);
    if (numbers.put(named.id(), number(truth, name, named.map())) != null) {
      throw new WhenceException(
          "Cannot score the maps in " + source + " class by class",
          "two maps of " + named.id(),
          "one map a clip and class",
          "look for what wrote the file twice");
    }
  }

  /** Maps are enlarged as DSOL enlarges them: bilinear, half-pixel centres. */
  private double number(ClassTruth truth, String name, HeatMap map) {
    HeatMap large = RESIZE.to(map, SIDE, SIDE); // [224, 224]
    return truth.sounding().containsKey(name)
        ? ClassAwareClip.ciou(large, truth.truth(name), fractionOfMaximum)
        : ClassAwareClip.quiet(large);
  }

  /** How many maps were of no clip and class of the list. */
  int other() {
    return other;
  }

  /** The clips that have all their maps, in the order of the list. */
  List<ClassAwareClip> clips() {
    return truths.stream().map(this::clip).flatMap(Optional::stream).toList();
  }

  private Optional<ClassAwareClip> clip(ClassTruth truth) {
    List<Double> cious = new ArrayList<>();
    List<Double> quiet = new ArrayList<>();
    for (String name : truth.classes()) {
      Double number = numbers.get(id(truth, name));
      if (number == null) {
        return Optional.empty();
      }
      (truth.sounding().containsKey(name) ? cious : quiet).add(number);
    }
    return Optional.of(new ClassAwareClip(truth.id(), cious, quiet));
  }
}
