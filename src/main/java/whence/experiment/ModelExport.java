package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import whence.WhenceException;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.model.DualEncoder;
import whence.model.Embedder;
import whence.model.EncoderFile;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMel;

/**
 * Makes a model of a finished run: the weights after one of its iterations, without the optimiser's
 * moments, and embeddings of some of its training sounds, of as many classes as there are.
 */
public final class ModelExport {
  /** How many training sounds a model carries along. */
  static final int CONTROL_SOUNDS = 64;

  private final RunFolder run;
  private final ExperimentSettings settings;
  private final int iteration;

  private ModelExport(RunFolder run, OptionalInt iteration) {
    this.run = run;
    this.settings = run.settings();
    this.iteration = iteration.orElse(settings.training().plan().iterations());
  }

  /**
   * Makes a model.
   *
   * @param run folder of a complete run whose scenes are still there
   * @param iteration whose weights; empty for the last
   * @param sources where the trunk's weights are
   * @param listener hears of downloads
   * @param to ending in {@code .safetensors}; a JSON file of provenance is written beside it
   * @return what the model is
   * @throws WhenceException if the run is not complete or of other files, or nothing can be written
   */
  public static ModelCard export(
      Path run, OptionalInt iteration, Sources sources, ExperimentListener listener, Path to) {
    ModelExport export = new ModelExport(new RunFolder(run), iteration);
    Path weights = export.weightsFile();
    Provenance provenance = Provenance.read(export.run.provenanceFile());
    try (Weights published = sources.weights(Downloads.toldTo(listener));
        Trunk trunk = Trunk.of(published, TrunkSettings.defaults());
        TrainedModel model = export.model(weights, trunk)) {
      model.write(to, provenance);
      return model.card();
    }
  }

  private Path weightsFile() {
    RunData data = run.data();
    Path file = run.model(data.identity()).iteration(iteration);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(run.provenanceFile())) {
      throw new WhenceException(
          "Cannot export the run " + run.path(),
          "no " + (Files.isRegularFile(file) ? run.provenanceFile() : file).getFileName(),
          "a complete run of iterations 0 to " + settings.training().plan().iterations(),
          "go on with its training first: the same train or environment/run command");
    }
    String identity = SafeTensors.readHeader(file).metadata().get("identity");
    if (!data.identity().equals(identity)) {
      throw new WhenceException(
          "Cannot export the run " + run.path(),
          "weights of other settings or data (" + identity + ")",
          "identity " + data.identity(),
          "check that the files of the run folder belong together");
    }
    return file;
  }

  private TrainedModel model(Path weights, Trunk trunk) {
    int cells = trunk.settings().cells();
    RunData data = run.data();
    SceneFolder scenes = data.open(Split.TRAIN);
    Map<String, List<Integer>> byClass = byClass(scenes);
    DualEncoder encoder = EncoderFile.readEncoder(weights, settings.encoder(), cells * cells);
    ModelCard card =
        new ModelCard(
            ModelCard.FORMAT,
            trunk.key(),
            settings.encoder(),
            settings.sound(),
            settings.scenes().soundSeconds(),
            cells,
            data.cellPixels(),
            data.firstCentrePixel(),
            List.copyOf(byClass.keySet()),
            data.identity(),
            iteration);
    return new TrainedModel(card, encoder, controls(new Embedder(trunk, encoder), scenes, byClass));
  }

  private static Map<String, List<Integer>> byClass(SceneFolder scenes) {
    Map<String, List<Integer>> byClass = new TreeMap<>();
    for (int k = 0; k < scenes.size(); k++) {
      byClass.computeIfAbsent(scenes.soundClass(k), name -> new ArrayList<>()).add(k);
    }
    return byClass;
  }

  /** One sound of every class, then a second one of every class, and so on. */
  private float[][] controls(
      Embedder embedder, SceneFolder scenes, Map<String, List<Integer>> byClass) {
    LogMel logMel = new LogMel(settings.sound());
    List<float[]> heard = new ArrayList<>();
    int wanted = Math.min(CONTROL_SOUNDS, scenes.size());
    for (int round = 0; heard.size() < wanted; round++) {
      for (List<Integer> clips : byClass.values()) {
        if (round < clips.size() && heard.size() < wanted) {
          heard.add(logMel.transform(scenes.sound(clips.get(round)).samples()).values());
        }
      }
    }
    return embedder.listen(heard, settings.sound().bands().count()).toArray(float[][]::new);
  }
}
