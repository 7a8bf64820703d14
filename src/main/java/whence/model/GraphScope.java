package whence.model;

import java.util.ArrayList;
import java.util.List;
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
   * Batch normalisation followed by ReLU.
   *
   * @param layer name of the layer; its gamma, beta, running mean and variance are parameters
   * @param x [N, C] or [N, C, H, W]
   * @param axes every axis but the channels
   */
  SDVariable normaliseByBatch(String layer, SDVariable x, int... axes) {
    SDVariable mean;
    SDVariable variance;
    if (phase == Phase.TRAINING) {
      SDVariable[] moments = BatchNormRepair.moments(graph, x, axes);
      mean = moments[0].rename(layer + RunningMoments.BATCH_MEAN);
      variance = moments[1].rename(layer + RunningMoments.BATCH_VARIANCE);
      normalisedLayers.add(layer);
    } else {
      mean = parameter(layer + RunningMoments.MEAN);
      variance = parameter(layer + RunningMoments.VARIANCE);
    }
    return BatchNormRepair.normalise(
        x, mean, variance, parameter(layer + ".gamma"), parameter(layer + ".beta"));
  }
}
