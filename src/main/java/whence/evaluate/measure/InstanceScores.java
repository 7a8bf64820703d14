package whence.evaluate.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * Scores over images that several clips share, each with another sound: an image counts only if all
 * of its sources succeed. So a localizer that marks every object whatever it hears gains nothing.
 *
 * <p>With m the least cIoU of an image's clips, the success rate is the share of images with m >=
 * 0.5 (published as IIoU), the area that under the share of images with m >= threshold (IAUC).
 *
 * <ul>
 *   <li>A NaN among the clips of an image makes all NaN, as published.
 *   <li>No clip: refused.
 * </ul>
 *
 * <p>Source: A. Senocak et al., "Sound source localization is all about cross-modal alignment",
 * ICCV 2023.
 *
 * @param success share of images, with the interval over images
 * @param area under the success curve, with the interval over images
 */
public record InstanceScores(Estimate success, Estimate area) {

  /**
   * A clip's image and score.
   *
   * @param image what names the image
   * @param ciou 0 to 1, or NaN
   */
  public record Instance(String image, double ciou) {}

  /**
   * Both numbers image by image, in the order in which images are first met; NaN where a clip's is.
   *
   * @param success 1 or 0 for each image
   * @param area 0 to 1 for each image
   */
  public record Images(double[] success, double[] area) {

    /** Takes the least cIoU of each image's clips. */
    public static Images of(List<Instance> instances) {
      Map<String, Double> least = new LinkedHashMap<>();
      instances.forEach(clip -> least.merge(clip.image(), clip.ciou(), Math::min));
      return new Images(
          each(least.values(), m -> m >= Metric.SUCCESS_CIOU ? 1 : 0),
          each(least.values(), Metric::area));
    }
  }

  /** Takes both over all images. */
  public static InstanceScores of(List<Instance> instances, Bootstrap bootstrap) {
    return ofEach(List.of(instances), bootstrap).get(0);
  }

  /**
   * The same for several localizers of the same images, which is faster together.
   *
   * @param localizers the clips of each
   * @param bootstrap makes the intervals
   */
  public static List<InstanceScores> ofEach(List<List<Instance>> localizers, Bootstrap bootstrap) {
    List<double[]> columns = new ArrayList<>();
    for (List<Instance> instances : localizers) {
      Images images = Images.of(instances);
      columns.add(images.success);
      columns.add(images.area);
    }
    List<Estimate> means = bootstrap.means(columns);
    return IntStream.range(0, localizers.size())
        .mapToObj(k -> new InstanceScores(means.get(2 * k), means.get(2 * k + 1)))
        .toList();
  }

  /** Math.min gives NaN where one of the two is NaN; so does this. */
  private static double[] each(Collection<Double> least, DoubleUnaryOperator score) {
    return least.stream().mapToDouble(m -> Double.isNaN(m) ? m : score.applyAsDouble(m)).toArray();
  }
}
