package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.data.Split;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.NegativeInputs;
import whence.evaluate.measure.NegativeScores;
import whence.heatmap.GridGeometry;
import whence.label.PseudoLabels;
import whence.localize.ModelLocalizer;
import whence.model.DualEncoder;
import whence.model.InputStatistics;
import whence.signal.LogMel;
import whence.train.RunFiles;

/**
 * A complete run opened to be looked at: its clips, its networks, its labels. Nothing is trained,
 * and nothing of the run is changed. Owns all that it hands out: close it.
 */
public final class TrainedRun implements AutoCloseable {
  private final RunResult result;
  private final RunData files;
  private final PreparedData data;
  private final Map<Path, DualEncoder> networks = new LinkedHashMap<>();

  private TrainedRun(RunResult result, RunData files, PreparedData data) {
    this.result = result;
    this.files = files;
    this.data = data;
  }

  /**
   * Opens a run. Scenes or features that were removed to free space are made again, as they were.
   *
   * @param folder of a complete run
   * @param sources where media and weights come from, as the run had them
   * @param listener is told how it goes
   * @throws WhenceException if there is no run, it has not come to its end, or its data are others
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   */
  public static TrainedRun open(Path folder, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    RunFolder run = new RunFolder(folder);
    ExperimentSettings settings = run.settings();
    if (!run.isComplete()) {
      throw new WhenceException(
          "Cannot look at the run " + folder,
          "a run that has not come to its end",
          "scores and provenance of iterations 0 to " + settings.training().plan().iterations(),
          "go on with it by the command that began it, such as environment/run");
    }
    RunData files = run.data();
    Preparation preparation = new Preparation(settings, sources, new LateStage(listener));
    PreparedData data = scenesAreThere(files) ? preparation.reopen(files) : preparation.data();
    String identity = Experiment.identity(settings, data);
    if (!identity.equals(files.identity())) {
      data.close();
      throw new WhenceException(
          "Cannot look at the run " + folder,
          "other data than it was made of (" + identity + ")",
          "identity " + files.identity(),
          "name the media it was made of (WHENCE_MEDIA), or make it again in another folder");
    }
    listener.onData(data);
    return new TrainedRun(RunResult.read(run), files, data);
  }

  private static boolean scenesAreThere(RunData files) {
    return Split.OF_SCENES.stream()
        .map(split -> String.valueOf(files.scenes().get(split.label())))
        .allMatch(scenes -> Files.isRegularFile(Path.of(scenes).resolve("annotations.json")));
  }

  /** Settings, scores, and where the run lies. */
  public RunResult result() {
    return result;
  }

  /** Its clips with everything known about them. */
  public PreparedData data() {
    return data;
  }

  /** The clips of one split. */
  public PreparedSplit of(Split split) {
    return data.of(split);
  }

  /** Numbers and sizes of the cells, and where they lie in a frame. */
  public ModelLocalizer.Grid grid() {
    return data.grid();
  }

  /** Where the cells lie in a frame. */
  public GridGeometry geometry() {
    return grid().geometry();
  }

  /** Index of the last iteration. */
  public int lastIteration() {
    return result.lastIteration();
  }

  /**
   * The labels an iteration learned from, which the network of the one before drew.
   *
   * @param iteration from 1; one more than the last is what the last network believes
   */
  public PseudoLabels labels(int iteration) {
    return result.folder().labels(iteration);
  }

  /**
   * The network as it was after an iteration; belongs to this run.
   *
   * @param iteration 0 to {@link #lastIteration}
   */
  public DualEncoder network(int iteration) {
    return network(result.folder().model(files.identity()), iteration, 0);
  }

  /**
   * The network of the control, whose labels stayed those of iteration 1; belongs to this run.
   *
   * @param iteration 1 to {@link #lastIteration}; 1 is the model's own
   */
  public DualEncoder control(int iteration) {
    return iteration == 1
        ? network(1)
        : network(result.folder().control(files.identity()), iteration, 1);
  }

  /**
   * How much of the picture the network of the last iteration marks for sounds that belong to
   * nothing in it. A split in which a frame shows whatever sounds anywhere has no off-screen
   * sounds, and no line of them.
   *
   * @param split of which clips
   * @param count how many of them at most, from the first
   * @param draws of each kind of sound, at least 1
   */
  public List<NegativeScores> negativeSounds(Split split, int count, int draws) {
    PreparedSplit clips = of(split);
    ClipBank bank = clips.bank().first(count);
    LogMel logMel = new LogMel(result.settings().sound());
    int samples = clips.scenes().sound(0).samples().length;
    NegativeInputs inputs =
        new NegativeInputs(
            samples, sound -> logMel.transform(sound).values(), clips.offScreen(bank.size()));
    ModelLocalizer model = new ModelLocalizer("model", network(lastIteration()), grid());
    return NegativeScores.ofAll(
        model, bank, inputs, draws, Bootstrap.defaults(), (done, total) -> {});
  }

  private DualEncoder network(RunFiles states, int iteration, int first) {
    Path file = states.iteration(iteration);
    if (!Files.isRegularFile(file)) {
      throw new WhenceException(
          "Cannot open the network of iteration " + iteration,
          "no " + file,
          "an iteration from " + first + " to " + lastIteration() + " that the run has",
          "ask for another iteration, or look at a run with this control");
    }
    return networks.computeIfAbsent(file, this::load);
  }

  private DualEncoder load(Path file) {
    DualEncoder encoder =
        DualEncoder.create(
            result.settings().encoder(),
            of(Split.TRAIN).bank().shape().cells(),
            InputStatistics.identity(result.settings().encoder().featureWidth()),
            0);
    try (Weights saved = SafeTensors.read(file)) {
      String identity = saved.metadata().get("identity");
      if (!files.identity().equals(identity)) {
        throw new WhenceException(
            "Cannot open the network " + file,
            "a network of other settings or data (" + identity + ")",
            "identity " + files.identity(),
            "check that the files of the run folder belong together");
      }
      encoder.parameters().assign(saved.tensors());
      return encoder;
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    networks.values().forEach(DualEncoder::close);
    networks.clear();
    data.close();
  }
}
