package whence.evaluate.measure;

import java.util.Map;
import java.util.Objects;
import whence.WhenceException;
import whence.heatmap.Cut;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;

/**
 * A picture with a map and, where it sounds, a truth for every class.
 *
 * <p>Its score is the mean over sounding classes of the cIoU of what is strictly above a fraction
 * of the class map's maximum. Its silence is the mean over all other classes of the share of pixels
 * at or below an absolute threshold.
 *
 * @param id the picture's id
 * @param maps [224, 224] for every class
 * @param sounding truth [224, 224] of each class that sounds, at least one; each has a map
 */
public record ClassAwareClip(
    String id, Map<String, HeatMap> maps, Map<String, GradedTruth> sounding) {

  /** Copies the maps and checks that they go together. */
  public ClassAwareClip {
    maps = Map.copyOf(maps);
    sounding = Map.copyOf(sounding);
    if (sounding.isEmpty() || !maps.keySet().containsAll(sounding.keySet())) {
      throw new WhenceException(
          "Cannot score " + id + " by class",
          "sounding classes " + sounding.keySet() + ", maps of " + maps.keySet(),
          "at least one sounding class, and a map for each",
          "give every class a map, also those that are not heard");
    }
  }

  /** The mean cIoU of the sounding classes, 0 to 1. */
  double ciou(double fractionOfMaximum) {
    double sum = 0;
    for (Map.Entry<String, GradedTruth> heard : sounding.entrySet()) {
      HeatMap map = map(heard.getKey());
      float highest = map.values()[0];
      for (float value : map.values()) {
        highest = Math.max(highest, value);
      }
      sum += Cut.above(map, (float) (fractionOfMaximum * highest)).ciou(heard.getValue());
    }
    return sum / sounding.size();
  }

  /** The mean quiet share of the classes that do not sound; NaN if all do. */
  double silence(double threshold) {
    return maps.entrySet().stream()
        .filter(entry -> !sounding.containsKey(entry.getKey()))
        .mapToDouble(entry -> quiet(entry.getValue(), threshold))
        .average()
        .orElse(Double.NaN);
  }

  private HeatMap map(String name) {
    return Objects.requireNonNull(maps.get(name));
  }

  private static double quiet(HeatMap map, double threshold) {
    int quiet = 0;
    for (float value : map.values()) {
      quiet += value <= (float) threshold ? 1 : 0;
    }
    return quiet / (double) map.values().length;
  }
}
