package whence.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.engine.StepOutput;
import whence.engine.Tensors;
import whence.engine.TrainingGraph;
import whence.loss.LossTerms;
import whence.model.DualEncoder;

/**
 * One step of learning: a batch of clips in, the weights changed once.
 *
 * <p>Read the clips' features and sounds, vary both, run {@link DualEncoder} and the objective
 * forward and backward, let the optimiser change the weights. The tensors a batch is laid out in
 * are made once and overwritten, so that memory does not grow. Owns them and its graph: close it.
 */
public final class TrainingStep implements AutoCloseable {

  private final TrainingState state;
  private final ClipBank clips;
  private final TrainingSettings settings;
  private final Objective objective;
  private final DualEncoder.TrainingPart part;
  private final TrainingGraph graph;
  private final List<String> termNames;
  private final float[] seen;
  private final float[] heard;
  private final INDArray features;
  private final INDArray spectrograms;

  /**
   * Compiles the graph.
   *
   * @param state weights and optimiser, changed by every step
   * @param clips training clips
   * @param settings batch size, augmentation
   * @param objective what to minimise; closed with this step
   */
  TrainingStep(
      TrainingState state, ClipBank clips, TrainingSettings settings, Objective objective) {
    this.state = state;
    this.clips = clips;
    this.settings = settings;
    this.objective = objective;
    this.part = state.encoder().trainingPart(settings.batchSize());
    LossTerms terms = objective.build(part);
    this.termNames =
        Stream.concat(Stream.of(LossTerms.TOTAL), terms.parts().keySet().stream()).toList();
    this.graph =
        TrainingGraph.compile(
            part.graph(),
            state.encoder().parameters(),
            terms.total(),
            Stream.concat(termNames.stream(), part.momentNames().stream()).toList());
    ClipShape shape = clips.shape();
    int n = settings.batchSize();
    this.seen = new float[n * shape.featureLength()];
    this.heard = new float[n * shape.soundLength()];
    this.features = Tensors.zeros((long) n * shape.cells(), shape.featureWidth());
    this.spectrograms = Tensors.zeros(n, 1, shape.bands(), shape.frames());
  }

  /**
   * Takes one step.
   *
   * @param batch indices of N clips
   * @param learningRate of this step
   * @param random source of the augmentation
   * @return loss terms before the step
   */
  public StepReport run(int[] batch, double learningRate, SplittableRandom random) {
    try (StepOutput output = graph.run(placeholders(batch, random))) {
      StepReport report = report(output, Double.NaN);
      report.terms().forEach((name, v) -> state.refuseNonFinite("loss term " + name, v));
      double norm = state.adam().step(output.gradients(), learningRate);
      state.refuseNonFinite("length of the gradient", norm);
      part.updateMoments(state.encoder().parameters(), output);
      return new StepReport(report.terms(), norm);
    }
  }

  private Map<String, INDArray> placeholders(int[] batch, SplittableRandom random) {
    clips.readFeatures(batch, seen);
    clips.readSounds(batch, heard);
    ClipShape shape = clips.shape();
    float fill = (float) state.encoder().soundMean();
    Augmentation changes = settings.augmentation();
    for (int row = 0; row < batch.length; row++) {
      int sound = row * shape.soundLength();
      changes.sound().apply(heard, sound, shape.bands(), shape.frames(), fill, random);
      int first = row * shape.featureLength();
      changes.features().apply(seen, first, shape.cells(), shape.featureWidth(), random);
    }
    Tensors.copyInto(seen, features);
    Tensors.copyInto(heard, spectrograms);
    Map<String, INDArray> placeholders = new HashMap<>();
    placeholders.put(DualEncoder.FEATURES, features);
    placeholders.put(DualEncoder.SPECTROGRAMS, spectrograms);
    objective.feed(batch, state.epochsDone(), placeholders);
    return placeholders;
  }

  private StepReport report(StepOutput output, double gradientNorm) {
    Map<String, Double> terms = new LinkedHashMap<>();
    termNames.forEach(name -> terms.put(name, output.scalar(name)));
    return new StepReport(terms, gradientNorm);
  }

  @Override
  public void close() {
    graph.close();
    objective.close();
    features.close();
    spectrograms.close();
  }
}
