package whence.experiment;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;
import whence.data.scene.LibrarySplit;
import whence.data.scene.MediaLibrary;
import whence.data.scene.SceneComposer;
import whence.data.scene.SceneFolder;
import whence.data.scene.SceneSettings;
import whence.engine.Weights;
import whence.experiment.ExperimentListener.Stage;
import whence.heatmap.GridGeometry;
import whence.localize.ModelLocalizer;
import whence.model.FeatureCache;
import whence.model.FeatureListener;
import whence.model.PictureSet;
import whence.model.ResponseCentre;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMel;

/**
 * From media to numbers: fetch packages, compose scenes, compute trunk features and log-mel
 * spectrograms. Everything is kept under the home folder, so a second call is quick; all of it may
 * be deleted.
 */
public final class Preparation {

  static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final ExperimentSettings settings;
  private final Sources sources;
  private final ExperimentListener listener;

  /** Prepares nothing yet. */
  public Preparation(ExperimentSettings settings, Sources sources, ExperimentListener listener) {
    this.settings = settings;
    this.sources = sources;
    this.listener = listener;
  }

  /** Opens all media, downloading what is missing. */
  MediaLibrary library() {
    listener.onStage(Stage.DOWNLOAD);
    return sources.library(Downloads.toldTo(listener));
  }

  /** Composes the scenes of every split, or finds them composed. */
  public Map<Split, SceneFolder> scenes() {
    return scenes(library());
  }

  private Map<Split, SceneFolder> scenes(MediaLibrary library) {
    int classes = settings.scenes().cast().mostClasses();
    LibrarySplit libraries = LibrarySplit.of(library.withMostClasses(classes));
    listener.onStage(Stage.SCENES);
    Map<Split, SceneFolder> scenes = new EnumMap<>(Split.class);
    for (Split split : Split.OF_SCENES) {
      scenes.put(split, compose(libraries.libraryOf(split), split));
    }
    return scenes;
  }

  private SceneFolder compose(MediaLibrary library, Split split) {
    SceneComposer composer = new SceneComposer(library, settings.scenes(), split, settings.seed());
    int count = settings.counts().of(split);
    String key =
        Digest.of(
            SceneComposer.VERSION,
            library.hash(),
            Json.text(settings.scenes()),
            settings.seed(),
            count,
            split);
    Path folder = sources.home().folder("scenes").resolve(split.label() + "-" + key);
    return SceneFolder.compose(
        folder,
        composer,
        count,
        THREADS,
        (done, total) -> listener.onProgress(Stage.SCENES, split.label(), done, total));
  }

  /**
   * Prepares all splits.
   *
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   */
  public PreparedData data() throws InterruptedException {
    return data(library());
  }

  /** The same of media that were opened before. */
  PreparedData data(MediaLibrary library) throws InterruptedException {
    return data(scenes(library), folder -> sounds(folder).computeAll());
  }

  /**
   * The data of a run whose scenes are still there, without a look at the media; spectrograms are
   * computed as they are asked for.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  PreparedData reopen(RunData run) throws InterruptedException {
    Map<Split, SceneFolder> scenes = new EnumMap<>(Split.class);
    for (Split split : Split.OF_SCENES) {
      scenes.put(split, run.open(split));
    }
    return data(scenes, this::sounds);
  }

  private PreparedData data(Map<Split, SceneFolder> scenes, Function<SceneFolder, SoundRows> sounds)
      throws InterruptedException {
    listener.onStage(Stage.FEATURES);
    try (Weights weights = sources.weights(Downloads.toldTo(listener));
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      Map<Split, PreparedSplit> splits = new EnumMap<>(Split.class);
      StringBuilder identity = new StringBuilder(trunk.key()).append(SceneComposer.VERSION);
      for (Split split : Split.OF_SCENES) {
        SceneFolder folder = Objects.requireNonNull(scenes.get(split), split.label());
        splits.put(split, prepare(split, folder, trunk, sounds.apply(folder)));
        identity.append(folder.libraryHash()).append(Json.text(folder.settings()));
        identity.append(folder.seed()).append(folder.size());
      }
      return new PreparedData(
          splits,
          grid(trunk.settings(), ResponseCentre.measure(trunk), settings.scenes()),
          Digest.of(identity));
    }
  }

  private PreparedSplit prepare(Split split, SceneFolder folder, Trunk trunk, SoundRows sounds)
      throws InterruptedException {
    String scenesKey =
        Digest.of(
            SceneComposer.VERSION,
            folder.libraryHash(),
            Json.text(folder.settings()),
            folder.seed(),
            folder.size());
    PictureSet pictures =
        new PictureSet(Digest.of(scenesKey, split), folder.size(), k -> folder.frame(k));
    Path file =
        sources
            .home()
            .folder("features")
            .resolve(
                split.label() + "-" + Digest.of(scenesKey, split, trunk.key()) + ".safetensors");
    FeatureCache features =
        FeatureCache.open(file, pictures, trunk, progress(listener, split.label()));
    ClipShape shape = shape(trunk.settings(), sounds.length());
    ClipBank bank = new ClipBank(split, folder.ids(), shape, features::read, sounds);
    return new PreparedSplit(folder, bank, features);
  }

  private SoundRows sounds(SceneFolder folder) {
    return new SoundRows(folder, new LogMel(settings.sound()));
  }

  private ClipShape shape(TrunkSettings trunk, int soundLength) {
    int bands = settings.sound().bands().count();
    return new ClipShape(
        trunk.cells(), trunk.cells(), trunk.channels(), bands, soundLength / bands);
  }

  /** The trunk's cells on a frame of these scenes. */
  static ModelLocalizer.Grid grid(TrunkSettings cut, double firstCentre, SceneSettings scenes) {
    GridGeometry geometry = new GridGeometry(cut.cellPixels(), firstCentre);
    int side = scenes.sidePixels();
    return new ModelLocalizer.Grid(cut.cells(), cut.cells(), side, side, geometry);
  }

  static FeatureListener progress(ExperimentListener listener, String of) {
    return new FeatureListener() {
      @Override
      public void progress(int done, int total) {
        listener.onProgress(Stage.FEATURES, of, done, total);
      }

      @Override
      public void stale(String message) {
        listener.onNote(message);
      }

      @Override
      public void waiting(Path file) {
        listener.onNote("Another program computes " + file + ": its work is waited for");
      }
    };
  }
}
