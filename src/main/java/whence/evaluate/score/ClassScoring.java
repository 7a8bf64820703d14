package whence.evaluate.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.reader.ClassTruth;
import whence.data.reader.Coverage;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.ClassAwareClip;
import whence.evaluate.measure.ClassAwareScores;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * Scores maps of single classes, as MUSIC is judged: a clip has one map for each class that sounds
 * in it or is silent in it, under the id {@code CLIP@CLASS}.
 *
 * @param coverage how many clips have all their maps, and which do not
 * @param other maps of no clip and class of the list
 * @param scores of the clips with all maps
 */
public record ClassScoring(Coverage coverage, int other, ClassAwareScores scores) {
  private static final int SIDE = 224;

  /**
   * Scores all clips that have all their maps.
   *
   * @param truths of the clips listed
   * @param list where they were listed
   * @param source values as the network gives them: a silent class is quiet at 0.2 and below
   * @param fractionOfMaximum above which a sounding class is predicted
   * @param bootstrap makes the intervals
   * @throws WhenceException if an id comes twice, or no clip has all its maps
   */
  public static ClassScoring of(
      List<ClassTruth> truths,
      String list,
      MapSource source,
      double fractionOfMaximum,
      Bootstrap bootstrap) {
    requireFraction(fractionOfMaximum);
    Map<String, Map<String, HeatMap>> maps = new LinkedHashMap<>();
    truths.forEach(truth -> maps.put(truth.id(), new HashMap<>()));
    Map<String, ClassTruth> wanted = new HashMap<>();
    truths.forEach(truth -> truth.classes().forEach(name -> wanted.put(id(truth, name), truth)));
    int[] other = {0};
    source.forEach(
        named -> {
          ClassTruth truth = wanted.get(named.id());
          if (truth == null) {
            other[0]++;
          } else {
            String name = named.id().substring(truth.id().length() + 1);
            put(maps.getOrDefault(truth.id(), Map.of()), name, named, source);
          }
        });
    List<ClassAwareClip> clips = new ArrayList<>();
    for (ClassTruth truth : truths) {
      Map<String, HeatMap> own = maps.getOrDefault(truth.id(), Map.of());
      if (own.keySet().containsAll(truth.classes())) {
        clips.add(clip(truth, own));
      }
    }
    if (clips.isEmpty()) {
      throw new WhenceException(
          "Cannot score the maps in " + source.name() + " class by class",
          "no clip with a map for each of its classes",
          "ids such as " + id(truths.get(0), truths.get(0).classes().get(0)),
          "name every map CLIP@CLASS, with the names of the truth");
    }
    Coverage coverage =
        Coverage.of(
            list,
            Coverage.Unit.CLIPS,
            truths.stream().map(ClassTruth::id).toList(),
            clips.stream().map(ClassAwareClip::id).collect(Collectors.toSet()));
    return new ClassScoring(
        coverage, other[0], ClassAwareScores.of(clips, fractionOfMaximum, bootstrap));
  }

  /**
   * Everything about maps and their comparison that decides a number, in one line.
   *
   * @param fractionOfMaximum above which a sounding class is predicted
   */
  public static String description(double fractionOfMaximum) {
    return "dsol, class by class: maps to %d x %d (%s), %s"
        .formatted(
            SIDE, SIDE, Resize.BILINEAR.description(), ClassAwareScores.rule(fractionOfMaximum));
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

  private static String id(ClassTruth truth, String name) {
    return truth.id() + "@" + name;
  }

  private static void put(
      Map<String, HeatMap> maps, String name, NamedMap named, MapSource source) {
    if (maps.put(name, named.map()) != null) {
      throw new WhenceException(
          "Cannot score the maps in " + source.name() + " class by class",
          "two maps of " + named.id(),
          "one map a clip and class",
          "look for what wrote the file twice");
    }
  }

  /** Maps are enlarged as DSOL enlarges them: bilinear, half-pixel centres. */
  private static ClassAwareClip clip(ClassTruth truth, Map<String, HeatMap> maps) {
    Map<String, HeatMap> large = new HashMap<>();
    truth
        .classes()
        .forEach(
            name ->
                large.put(
                    name, Resize.BILINEAR.to(Objects.requireNonNull(maps.get(name)), SIDE, SIDE)));
    return new ClassAwareClip(truth.id(), large, truth.sounding());
  }
}
