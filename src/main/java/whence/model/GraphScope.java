package whence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.BatchNormRepair;
import whence.engine.Parameters;

/** A graph under construction with the parameters it draws on. */
final class GraphScope {

  private final SameDiff graph;
  private final Parameters parameters;
  private final Phase phase;
  private final List<String> normalisedLayers = new ArrayList<>();

  GraphScope(SameDiff graph, Parameters parameters, Phase phase) {
    this.graph = graph;
    this.parameters = parameters;
    this.phase = phase;
  }

  SameDiff graph() {
    return graph;
  }

  Parameters parameters() {
    return parameters;
  }

  /**
   * Layers normalised by batch, whose moments the graph yields as NAME.batch_mean and _variance.
   */
  List<String> normalisedLayers() {
    return normalisedLayers;
  }

  /** The live parameter of that name as a variable (trained) or constant (fixed). */
  SDVariable parameter(String name) {
    INDArray tensor = parameters.get(name);
    return parameters.isTrained(name) ? graph.var(name, tensor) : graph.constant(name, tensor);
  }

  /**
   * Batch normalisation.
   *
   * @param layer name of the layer; its gamma, beta, running mean and variance are parameters
   * @param x [N, C, H, W]
   */
  SDVariable normaliseByBatch(String layer, SDVariable x) {
    Moments moments = moments(layer, () -> Moments.ofChannels(x));
    return BatchNormRepair.normalise(
        x,
        moments.mean(),
        moments.variance(),
        parameter(layer + ".gamma"),
        parameter(layer + ".beta"));
  }

  /**
   * A linear map {@code xW}, normalised by batch. Its moments follow from those of x, and the
   * normalisation goes into the weights: the rows are touched once ({@code adr/0023}).
   *
   * @param layer name of the layer; its weight [D, C], gamma, beta, running mean and variance are
   *     parameters
   * @param x [M, D], of which no gradient is asked
   * @return [M, C]
   */
  SDVariable normalisedLinear(String layer, SDVariable x) {
    SDVariable weight = parameter(layer + ".weight");
    Moments moments = moments(layer, () -> Moments.ofLinear(x, weight));
    SDVariable deviation = moments.variance().add(BatchNormRepair.EPSILON);
    SDVariable gain = graph.math().rsqrt(deviation).mul(parameter(layer + ".gamma")); // [C]
    SDVariable shift = parameter(layer + ".beta").sub(moments.mean().mul(gain)); // [C]
    return x.mmul(weight.mul(gain)).add(shift);
  }

  /**
   * Those of the batch while training, named for {@link RunningMoments}; the running ones after.
   */
  private Moments moments(String layer, Supplier<Moments> ofBatch) {
    if (phase == Phase.INFERENCE) {
      return new Moments(
          parameter(layer + RunningMoments.MEAN), parameter(layer + RunningMoments.VARIANCE));
    }
    normalisedLayers.add(layer);
    Moments batch = ofBatch.get();
    return new Moments(
        batch.mean().rename(layer + RunningMoments.BATCH_MEAN),
        batch.variance().rename(layer + RunningMoments.BATCH_VARIANCE));
  }

  /**
   * What a layer is normalised by.
   *
   * @param mean [C]
   * @param variance [C], biased
   */
  private record Moments(SDVariable mean, SDVariable variance) {

    static Moments ofChannels(SDVariable x) {
      SDVariable[] moments = BatchNormRepair.moments(x);
      return new Moments(moments[0], moments[1]);
    }

    /** Of {@code xW}: the mean of x times W, and the diagonal of {@code W' Cov(x) W}. */
    static Moments ofLinear(SDVariable x, SDVariable weight) {
      SameDiff graph = x.getSameDiff();
      SDVariable mean = x.mean(true, 0); // [1, D]
      SDVariable centred = x.sub(mean);
      SDVariable rows = graph.sizeAt(x, 0).castTo(weight.dataType());
      SDVariable covariance =
          graph.linalg().mmul(centred, centred, true, false, false).div(rows); // [D, D]
      return new Moments(mean.mmul(weight).reshape(-1), weight.mul(covariance.mmul(weight)).sum(0));
    }
  }
}
