package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Max-pooled InfoNCE that knows of false negatives: how alike two clips are within one sense is
 * asked of them across the senses too.
 *
 * <p>With {@code R(X)} the softmax of every row of {@code X / tau}, {@code |X|} the mean over rows
 * of a row's summed absolute values, s_ij = max over u of S_ij(u), {@code b_i} the mean over cells
 * of v_i(u), and {@code f_i} the sum over the cells of the sounding region of v_i(u), divided by
 * the number of all cells:
 *
 * <pre>
 * sound_affinity  = | R(a a') - R(s) |     sounds alike: pictures are no true negatives
 * image_affinity  = | R(b b') - R(s) |     pictures alike: likewise
 * region_affinity = | R(a a') - R(f f') |  sounds differ: their sounding regions do
 *
 * L = L0 + on * w (sound_affinity + image_affinity + region_affinity),  w = 50 / 128
 * </pre>
 *
 * <p>L0 is {@link MaxPooledInfoNce}. The sounding region are the cells whose own map, stretched
 * from 0 to 1, is above 0.6; which cells these are has no gradient. {@code on} is fed: 0 in the
 * first epochs, later 1.
 *
 * <ul>
 *   <li>All clips alike: every affinity is 0.
 *   <li>A constant own map has no region, and f_i = 0.
 * </ul>
 *
 * <p>Source: Sun, Zhang, Wang, Liu, Zhong, Feng, Guo, Zhang, Barnes, "Learning audio-visual source
 * localization via false negative aware contrastive learning", CVPR 2023 (the first two suppress
 * false negatives, the third enhances true ones), with threshold, weights and {@value
 * #WARM_UP_EPOCHS} epochs of warm-up of their code. Deviations: everything is half of theirs, as L0
 * is the mean of both directions and theirs the sum. They average over all N^2 numbers at a weight
 * of 100 and a batch of 128; here rows are summed and the weight is divided by 128, so that its
 * balance with L0 is the same in batches of any size. In smaller batches their form drowns L0, and
 * everything becomes alike.
 */
public final class AffinityContrastive {

  /** Name of the placeholder that takes {@code on}, a scalar. */
  public static final String AFFINITY_ON = "affinity_on";

  /** Epochs in which {@link #AFFINITY_ON} is 0. */
  public static final int WARM_UP_EPOCHS = 3;

  /** Name of the part that compares sounds with pairs. */
  static final String SOUNDS = "sound_affinity";

  /** Name of the part that compares images with pairs. */
  static final String IMAGES = "image_affinity";

  /** Name of the part that compares sounds with sounding regions. */
  static final String REGIONS = "region_affinity";

  private static final double WEIGHT = 50.0 / 128;
  private static final double REGION_ABOVE = 0.6;

  private AffinityContrastive() {}

  /**
   * Adds the loss and the placeholder {@link #AFFINITY_ON} to the graph.
   *
   * @param batch embeddings and their correlation
   * @param diagonal the identity matrix [N, N]
   * @param temperature tau, above 0
   * @return terms {@code image_to_sound}, {@code sound_to_image}, {@code sound_affinity}, {@code
   *     image_affinity} and {@code region_affinity}
   */
  public static LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
    LossTerms plain = MaxPooledInfoNce.build(batch.correlation(), diagonal, temperature);
    SDVariable across = rows(batch.correlation().max(false, 1), temperature); // R(s)
    SDVariable sounds = affinity(batch.sounds(), temperature);
    SDVariable everywhere = batch.images().reshape(batch.clips(), batch.cells(), -1).mean(1);
    SDVariable images = affinity(everywhere, temperature);
    SDVariable region = sounding(batch.ownMaps(diagonal)).div(batch.cells());
    SDVariable regions = affinity(batch.weightedSum(region), temperature);
    SDVariable on = batch.graph().placeHolder(AFFINITY_ON, batch.correlation().dataType());
    SDVariable weight = on.mul(WEIGHT);
    return plain
        .plus(distance(sounds, across).rename(SOUNDS), weight)
        .plus(distance(images, across).rename(IMAGES), weight)
        .plus(distance(sounds, regions).rename(REGIONS), weight);
  }

  /** R(X X') of embeddings X [N, C]. */
  private static SDVariable affinity(SDVariable embeddings, double temperature) {
    SDVariable alike =
        embeddings.getSameDiff().linalg().mmul(embeddings, embeddings, false, true, false);
    return rows(alike, temperature);
  }

  private static SDVariable rows(SDVariable matrix, double temperature) {
    return StableMath.softmax(matrix.div(temperature));
  }

  private static SDVariable distance(SDVariable first, SDVariable second) {
    return first.getSameDiff().math().abs(first.sub(second)).sum(1).mean();
  }

  /** 1 on the cells above the threshold, else 0 [N, cells]. */
  private static SDVariable sounding(SDVariable ownMaps) {
    SDVariable fixed = StableMath.stopGradient(ownMaps);
    SDVariable least = fixed.min(true, 1);
    SDVariable range = fixed.max(true, 1).sub(least);
    SDVariable above = fixed.gt(least.add(range.mul(REGION_ABOVE)));
    return above.castTo(ownMaps.dataType());
  }
}
