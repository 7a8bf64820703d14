package whence.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.imports.converters.ImportClassMapping;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.reduce.Moments;

/**
 * Makes batch normalisation trainable in SameDiff 1.0.0-M2.1.
 *
 * <p>As published, the gradient of {@code batchnorm} cannot be built: the backward operation
 * declares one output where the native code returns one for each differentiable input. SameDiff
 * clones every operation by name before differentiating it, so the classes below take the place of
 * the published ones in the table it clones from. The gradient is composed of other operations,
 * which, timed one by one, take half the time of the native {@code batchnorm_bp} ({@code
 * adr/0023}). It includes the way through the batch moments; {@code moments} therefore passes none
 * on.
 *
 * <p>Source: the names and arguments of the operations in the published class files; gradients are
 * checked by finite differences in {@code BatchNormRepairTest}.
 */
public final class BatchNormRepair {

  /** What is added to a variance. */
  public static final double EPSILON = 1e-5;

  private BatchNormRepair() {}

  /** Puts the repaired operations in place. Call before a graph is built; may be repeated. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static synchronized void install() {
    Map operations = ImportClassMapping.getOpNameMapping();
    operations.put("batchnorm", new Repaired());
    operations.put("moments", new DetachedMoments());
  }

  /**
   * Mean and variance over the batch, without gradient.
   *
   * @param x [N, C, H, W]
   * @return mean [C] and biased variance [C]
   */
  public static SDVariable[] moments(SDVariable x) {
    return x.getSameDiff().math().moments(x, new int[] {0, 2, 3}, false);
  }

  /**
   * {@code gamma * (x - mean) / sqrt(variance + 1e-5) + beta} along axis 1.
   *
   * @param x [N, C, H, W]
   * @param mean [C]
   * @param variance [C]
   * @param gamma [C]
   * @param beta [C]
   * @return same shape as x
   */
  public static SDVariable normalise(
      SDVariable x, SDVariable mean, SDVariable variance, SDVariable gamma, SDVariable beta) {
    return BatchNorm.builder()
        .sameDiff(x.getSameDiff())
        .inputFunctions(new SDVariable[] {x, mean, variance, gamma, beta})
        .applyGamma(true)
        .applyBeta(true)
        .epsilon(EPSILON)
        .axis(new int[] {1})
        .build()
        .outputVariable();
  }

  /**
   * Batch normalisation whose gradient includes the way through the batch moments. Made by SameDiff
   * through reflection.
   *
   * <p>With {@code h = (x - mean) / deviation} and averages over everything but the channels:
   * {@code dx = gamma / deviation * (g - avg(g) - h * avg(g * h))}, {@code dgamma = sum(g * h)},
   * {@code dbeta = sum(g)}. Written for few passes over x: as {@code a * g + b * x + c} per
   * channel.
   *
   * <p>Source: Ioffe and Szegedy, "Batch Normalization", ICML 2015, section 3.
   */
  public static final class Repaired extends BatchNorm {
    /** For SameDiff's cloning. */
    public Repaired() {}

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
      SDVariable g = gradients.get(0);
      SDVariable x = arg(0);
      SDVariable mean = arg(1);
      SDVariable variance = arg(2);
      SDVariable gamma = arg(3);
      SDVariable scale = sameDiff.math().rsqrt(variance.add(EPSILON)); // [C]
      SDVariable sum = sums(g);
      SDVariable sumWithH = sums(g.mul(x)).sub(mean.mul(sum)).mul(scale); // [C]
      SDVariable count = size(x).div(size(gamma));
      SDVariable a = gamma.mul(scale);
      SDVariable slope = scale.mul(sumWithH).div(count); // of h by x, times avg(g * h)
      SDVariable c = mean.mul(slope).sub(sum.div(count)).mul(a);
      SDVariable dx = perChannel(g, a).sub(perChannel(x, a.mul(slope)));
      return List.of(
          sameDiff.nn().biasAdd(dx, c, true),
          sameDiff.zerosLike(mean),
          sameDiff.zerosLike(variance),
          sumWithH,
          sum);
    }

    private static SDVariable sums(SDVariable x) {
      return x.sum(2, 3).sum(0); // the inner axes first: they lie together
    }

    private static SDVariable perChannel(SDVariable x, SDVariable factors) {
      return x.mul(factors.reshape(1, -1, 1, 1));
    }

    private SDVariable size(SDVariable x) {
      return sameDiff.size(x).castTo(arg(3).dataType());
    }
  }

  /** Moments that pass no gradient on. Made through reflection. */
  public static final class DetachedMoments extends Moments {
    /** For SameDiff's cloning. */
    public DetachedMoments() {}

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
      return Collections.emptyList();
    }
  }
}
