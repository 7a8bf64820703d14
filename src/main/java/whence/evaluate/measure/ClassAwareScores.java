package whence.evaluate.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;

/**
 * Class-aware scores of MUSIC and its synthetic mosaics: success at cIoU 0.3, area under the
 * success curve, and how quiet the maps of silent classes are (NSA).
 *
 * <ul>
 *   <li>An all-zero map scores 100 % on NSA: never print it alone. {@link #toText} does not.
 *   <li>Clips whose classes all sound have no NSA.
 * </ul>
 *
 * <p>Source: D. Hu et al., "Discriminative sounding objects localization via self-supervised
 * audiovisual matching", NeurIPS 2020, and its code: {@code > fraction * maximum} for sounding and
 * {@code <= 0.2} for silent classes.
 *
 * @param success share of clips with mean cIoU >= 0.3
 * @param area under the success curve
 * @param silence mean over clips that have silent classes; null if none has
 */
public record ClassAwareScores(Estimate success, Estimate area, @Nullable Estimate silence) {

  /** The fraction of the maximum the published code takes for synthetic scenes. */
  public static final double SYNTHETIC = 0.5;

  /** The fraction of the maximum the published code takes for duets. */
  public static final double DUET = 0.2;

  /** As published: the threshold 6 of 0.05 i, which is slightly above 0.3 in double precision. */
  private static final double SUCCESS_CIOU = 0.05 * 6;

  /**
   * Takes all three.
   *
   * @param clips at least one
   * @param bootstrap makes the intervals
   */
  public static ClassAwareScores of(List<ClassAwareClip> clips, Bootstrap bootstrap) {
    double[] cious = clips.stream().mapToDouble(ClassAwareClip::ciou).toArray();
    double[] silences =
        clips.stream()
            .mapToDouble(ClassAwareClip::silence)
            .filter(silence -> !Double.isNaN(silence))
            .toArray();
    return new ClassAwareScores(
        bootstrap.mean(each(cious, ciou -> ciou >= SUCCESS_CIOU ? 1 : 0)),
        bootstrap.mean(each(cious, Metric::area)),
        silences.length == 0 ? null : bootstrap.mean(silences));
  }

  /**
   * What decides the numbers, in words.
   *
   * @param fractionOfMaximum such as {@link #SYNTHETIC}
   */
  public static String rule(double fractionOfMaximum) {
    return "values as they are, a class is predicted > "
        + fractionOfMaximum
        + " of its map's maximum; mean cIoU of the classes that sound, success from 0.3 on; a silent"
        + " class is quiet <= "
        + ClassAwareClip.QUIET;
  }

  private static double[] each(double[] values, DoubleUnaryOperator score) {
    return Arrays.stream(values).map(score).toArray();
  }

  /** All three side by side. */
  public String toText() {
    return "class-aware success @0.3 "
        + success.toText()
        + ", AUC "
        + area.toText()
        + ", quiet where silent (NSA; an all-zero map has 1) "
        + (silence == null ? "-" : silence.toText());
  }
}
