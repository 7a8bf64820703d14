package whence.evaluate.measure;

import java.util.List;
import whence.WhenceException;
import whence.heatmap.Cut;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;

/**
 * A picture with one number of the map of every class, so that no map need be kept.
 *
 * <p>Its score is the mean over sounding classes of the cIoU of what is strictly above a fraction
 * of the class map's maximum. Its silence is the mean over all other classes of the share of pixels
 * at or below an absolute threshold.
 *
 * @param id the picture's id
 * @param cious of the maps of the classes that sound, at least one, 0 to 1
 * @param quiet shares of the maps of the other classes, 0 to 1; may be empty
 */
public record ClassAwareClip(String id, List<Double> cious, List<Double> quiet) {
  static final float QUIET = 0.2f;

  /** Copies the numbers and checks that there is a class that sounds. */
  public ClassAwareClip {
    cious = List.copyOf(cious);
    quiet = List.copyOf(quiet);
    if (cious.isEmpty()) {
      throw new WhenceException(
          "Cannot score " + id + " by class",
          "no class that sounds, " + quiet.size() + " that do not",
          "at least one class that sounds",
          "leave out pictures in which nothing sounds, as published evaluations do");
    }
  }

  /**
   * The number of a class that sounds.
   *
   * @param map values as the network gives them
   * @param truth of the map's size
   * @param fractionOfMaximum strictly above which it predicts, such as {@link
   *     ClassAwareScores#SYNTHETIC}
   * @return 0 to 1; a constant map above 0 predicts everything, any other constant one nothing
   */
  public static double ciou(HeatMap map, GradedTruth truth, double fractionOfMaximum) {
    float highest = map.values()[0];
    for (float value : map.values()) {
      highest = Math.max(highest, value);
    }
    return Cut.above(map, (float) (fractionOfMaximum * highest)).ciou(truth);
  }

  /**
   * The number of a class that does not sound: the share of pixels at or below 0.2.
   *
   * @param map values as the network gives them
   * @return 0 to 1
   */
  public static double quiet(HeatMap map) {
    int quiet = 0;
    for (float value : map.values()) {
      quiet += value <= QUIET ? 1 : 0;
    }
    return quiet / (double) map.values().length;
  }

  /** The mean cIoU of the sounding classes, 0 to 1. */
  double ciou() {
    return cious.stream().mapToDouble(Double::doubleValue).sum() / cious.size();
  }

  /** The mean quiet share of the classes that do not sound; NaN if all do. */
  double silence() {
    return quiet.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
