package whence.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.imports.converters.ImportClassMapping;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.reduce.Moments;

/**
 * Makes batch normalisation trainable in SameDiff 1.0.0-M2.1.
 *
 * <p>As published, the gradient of {@code batchnorm} cannot be built: the backward operation
 * declares one output where the native code returns one for each differentiable input. SameDiff
 * clones every operation by name before differentiating it, so the classes below take the place of
 * the published ones in the table it clones from. The gradient through the batch moments is already
 * part of the native {@code batchnorm_bp}; {@code moments} therefore passes none on.
 *
 * <p>Source: the names and arguments of the operations in the published class files; gradients are
 * checked by finite differences in {@code BatchNormRepairTest}.
 */
public final class BatchNormRepair {

  private static final double EPSILON = 1e-5;

  private BatchNormRepair() {}

  /** Puts the repaired operations in place. Call before a graph is built; may be repeated. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static synchronized void install() {
    Map operations = ImportClassMapping.getOpNameMapping();
    operations.put("batchnorm", new Repaired());
    operations.put("batchnorm_bp", new RepairedGradient());
    operations.put("moments", new DetachedMoments());
  }

  /**
   * Mean and variance over the batch, without gradient.
   *
   * @param x [N, C] or [N, C, H, W]
   * @return mean [C] and biased variance [C]
   */
  public static SDVariable[] moments(SameDiff graph, SDVariable x, int... overAxes) {
    return graph.math().moments(x, overAxes, false);
  }

  /**
   * {@code gamma * (x - mean) / sqrt(variance + 1e-5) + beta} along axis 1.
   *
   * @param x [N, C] or [N, C, H, W]
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

  /** Batch normalisation with the gradient of every input. Made by SameDiff through reflection. */
  public static final class Repaired extends BatchNorm {
    /** For SameDiff's cloning. */
    public Repaired() {}

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
      SDVariable[] inputs = Arrays.copyOf(args(), args().length + 1);
      inputs[inputs.length - 1] = gradients.get(0);
      RepairedGradient backward = new RepairedGradient(sameDiff, inputs, iArgs(), tArgs());
      return Arrays.asList(backward.outputVariables());
    }
  }

  /** The native backward operation with its true number of outputs. Made through reflection. */
  public static final class RepairedGradient extends DynamicCustomOp {
    /** For SameDiff's cloning. */
    public RepairedGradient() {}

    RepairedGradient(SameDiff graph, SDVariable[] inputs, long[] integers, double[] reals) {
      super(null, graph, inputs);
      addIArgument(integers);
      addTArgument(reals);
    }

    @Override
    public String opName() {
      return "batchnorm_bp";
    }

    @Override
    public int getNumOutputs() {
      return args().length - 1;
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputs) {
      return new ArrayList<>(Collections.nCopies(inputs.size() - 1, inputs.get(0)));
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
