package whence.model;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.BatchNormRepair;
import whence.engine.GraphSketch;
import whence.engine.InferenceGraph;
import whence.engine.Parameters;
import whence.engine.StepOutput;

/**
 * The two encoders and the space they share.
 *
 * <p>Trunk features of every grid cell pass a projection head, a log-mel spectrogram passes a small
 * convolutional network; both end in embeddings of the same width, compared by cosine ({@link
 * Correlation}). Owns its parameters: close it.
 */
public final class DualEncoder implements AutoCloseable {

  /** Placeholder of the trunk features, [N * cells, D]. */
  public static final String FEATURES = "features";

  /** Placeholder of the spectrograms, [N, 1, M, T]. */
  public static final String SPECTROGRAMS = "spectrograms";

  private static final String OWN_MAPS = "own_maps";
  private static final String SOUND_EMBEDDINGS = "sound_embeddings";
  private static final String CELL_EMBEDDINGS = "cell_embeddings";

  private final DualEncoderSettings settings;
  private final int cells;
  private final Parameters parameters;
  private final InferenceGraph inference;

  private DualEncoder(DualEncoderSettings settings, int cells, Parameters parameters) {
    BatchNormRepair.install();
    this.settings = settings;
    this.cells = cells;
    this.parameters = parameters;
    this.inference = inferenceGraph();
  }

  /**
   * A new network with random weights.
   *
   * @param settings shape of the networks
   * @param cells grid cells of one image, h * w
   * @param inputs constants that standardise the inputs
   * @param seed of the initial weights
   */
  public static DualEncoder create(
      DualEncoderSettings settings, int cells, InputStatistics inputs, long seed) {
    return create(settings, cells, inputs, seed, DataType.FLOAT);
  }

  static DualEncoder create(
      DualEncoderSettings settings, int cells, InputStatistics inputs, long seed, DataType type) {
    Parameters parameters = new Parameters(type);
    Initialiser initialiser = new Initialiser(parameters, seed);
    ImageHead.initialise(settings, inputs, initialiser);
    AudioEncoder.initialise(settings, inputs, initialiser);
    return new DualEncoder(settings, cells, parameters);
  }

  /** Shape of the networks. */
  public DualEncoderSettings settings() {
    return settings;
  }

  /** The live weights and constants. */
  public Parameters parameters() {
    return parameters;
  }

  /** Grid cells of one image, h * w. */
  public int cells() {
    return cells;
  }

  /** Mean of the training spectrograms, natural log: what masked cells are filled with. */
  public double soundMean() {
    return parameters.get(AudioEncoder.MEAN).getDouble(0);
  }

  /**
   * Builds the part of a training graph that ends in the correlation of every image with every
   * sound of a batch of fixed size.
   */
  public TrainingPart trainingPart(int batchSize) {
    GraphScope scope = new GraphScope(SameDiff.create(), parameters, Phase.TRAINING);
    SDVariable images = images(scope);
    SDVariable sounds = sounds(scope);
    SDVariable correlation = Correlation.everyPair(images, sounds, cells, batchSize);
    return new TrainingPart(
        scope.graph(),
        images,
        sounds,
        correlation,
        batchSize,
        cells,
        List.copyOf(scope.normalisedLayers()));
  }

  /**
   * A training graph under construction.
   *
   * @param graph to which a loss is still to be added
   * @param images [N * cells, C] embeddings of any length
   * @param sounds [N, C] embeddings of unit length
   * @param correlation S [N, cells, N]: image, cell, sound
   * @param clips N
   * @param cells grid cells of one image, h * w
   * @param normalisedLayers layers whose batch moments must be read after every step
   */
  public record TrainingPart(
      SameDiff graph,
      SDVariable images,
      SDVariable sounds,
      SDVariable correlation,
      int clips,
      int cells,
      List<String> normalisedLayers) {

    /** Adds v to the graph, [N * cells, C] image embeddings of unit length. */
    public SDVariable unitImages() {
      return Correlation.unit(images);
    }

    /** Names of values that the compiled graph must yield for {@link #updateMoments}. */
    public List<String> momentNames() {
      return RunningMoments.valueNames(normalisedLayers);
    }

    /** Blends the batch moments of one step into the running moments. */
    public void updateMoments(Parameters parameters, StepOutput step) {
      RunningMoments.update(parameters, normalisedLayers, step);
    }
  }

  /** Input channels of the graph, and what inference gives for them. */
  private InferenceGraph inferenceGraph() {
    GraphScope scope = new GraphScope(SameDiff.create(), parameters, Phase.INFERENCE);
    SDVariable images = Correlation.unit(images(scope)).rename(CELL_EMBEDDINGS);
    SDVariable sounds = sounds(scope).rename(SOUND_EMBEDDINGS);
    Correlation.ownPairs(images, sounds, cells, settings.embeddingWidth()).rename(OWN_MAPS);
    return new InferenceGraph(scope.graph());
  }

  private SDVariable images(GraphScope scope) {
    SDVariable features =
        scope.graph().placeHolder(FEATURES, parameters.type(), -1, settings.featureWidth());
    return ImageHead.build(scope, settings, features);
  }

  private SDVariable sounds(GraphScope scope) {
    SDVariable spectrograms =
        scope.graph().placeHolder(SPECTROGRAMS, parameters.type(), -1, 1, -1, -1);
    return Correlation.unit(AudioEncoder.build(scope, settings, spectrograms));
  }

  /**
   * Looks and listens.
   *
   * @param features [N, h, w, D] or [N * cells, D] raw trunk features; not changed
   * @param spectrograms [N, 1, M, T] natural log; not changed
   * @return maps and sound embeddings, to be closed by the caller
   */
  public Embedded embed(INDArray features, INDArray spectrograms) {
    INDArray rows = features.reshape(-1, settings.featureWidth());
    List<INDArray> values =
        inference.run(
            Map.of(FEATURES, rows, SPECTROGRAMS, spectrograms), OWN_MAPS, SOUND_EMBEDDINGS);
    return new Embedded(values.get(0), values.get(1));
  }

  /**
   * Only looks: for images that are compared with more than one sound.
   *
   * @param features [N, h, w, D] or [N * cells, D] raw trunk features; not changed
   * @return [N * cells, C] embeddings of unit length, to be closed by the caller
   */
  public INDArray look(INDArray features) {
    INDArray rows = features.reshape(-1, settings.featureWidth());
    return inference.run(Map.of(FEATURES, rows), CELL_EMBEDDINGS).get(0);
  }

  /**
   * Only listens.
   *
   * @param spectrograms [N, 1, M, T] natural log; not changed
   * @return [N, C] embeddings of unit length, to be closed by the caller
   */
  public INDArray listen(INDArray spectrograms) {
    return inference.run(Map.of(SPECTROGRAMS, spectrograms), SOUND_EMBEDDINGS).get(0);
  }

  /**
   * What inference gives for a batch.
   *
   * @param maps [N, cells] cosine of every cell with the clip's own sound
   * @param sounds [N, C] sound embeddings of unit length
   */
  public record Embedded(INDArray maps, INDArray sounds) implements AutoCloseable {
    @Override
    public void close() {
      maps.close();
      sounds.close();
    }
  }

  /** The graph that {@link #embed} runs, to look at. */
  public GraphSketch sketch() {
    return inference.sketch();
  }

  /**
   * The layers with the shapes of their outputs and their numbers of parameters.
   *
   * @param bands M, mel bands of the sounds
   * @param frames T, frames of the sounds
   */
  public EncoderSummary summary(int bands, int frames) {
    return EncoderSummary.of(this, bands, frames);
  }

  /** Hidden layers' outputs before the ReLU, for a data-dependent start. */
  InferenceGraph inference() {
    return inference;
  }

  @Override
  public void close() {
    inference.close();
    parameters.close();
  }
}
