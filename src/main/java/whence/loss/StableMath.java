package whence.loss;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import whence.engine.FasterGradients;

/**
 * The few functions SameDiff cannot differentiate stably itself, made of ones it can.
 *
 * <p>Exact for any temperature that keeps the logits finite; checked by finite differences.
 */
final class StableMath {

  private StableMath() {}

  /** The value without its gradient. */
  static SDVariable stopGradient(SDVariable x) {
    return new StopGradient(x.getSameDiff(), x).outputVariable();
  }

  /**
   * {@code log sum exp} along axis 1.
   *
   * @param x [N, K]
   * @return [N, 1]
   */
  static SDVariable logSumExp(SDVariable x) {
    SDVariable peak = stopGradient(x.max(true, 1));
    return log(exp(x.sub(peak)).sum(true, 1)).add(peak);
  }

  /**
   * {@code log(exp a + exp b)}.
   *
   * @param a [N, 1]
   * @param b [N, 1]
   * @return [N, 1]
   */
  static SDVariable logAddExp(SDVariable a, SDVariable b) {
    SDVariable peak = stopGradient(a.getSameDiff().math().max(a, b));
    return log(exp(a.sub(peak)).add(exp(b.sub(peak)))).add(peak);
  }

  /** {@code log(1 + exp x)} as {@code max(x, 0) + log(1 + exp(-|x|))}, which cannot overflow. */
  static SDVariable softplus(SDVariable x) {
    SDVariable negativeSize = x.getSameDiff().math().abs(x).neg();
    return FasterGradients.relu(x).add(x.getSameDiff().nn().softplus(negativeSize));
  }

  /** {@code exp x / sum exp x} along axis 1, of any rank. */
  static SDVariable softmax(SDVariable x) {
    return x.getSameDiff().nn().softmax(x, 1);
  }

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math().exp(x);
  }

  private static SDVariable log(SDVariable x) {
    return x.getSameDiff().math().log(x);
  }
}
