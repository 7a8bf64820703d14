package whence.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whence.AtomicFile;
import whence.data.reader.ClipSet;

/**
 * The files of heat maps that the models of a comparison draw for one research data set, in {@code
 * ROW/seed-N/research}. What is there is not drawn again. Owns the clips as numbers: close it.
 */
final class ResearchMaps implements AutoCloseable {
  private final Path comparison;
  private final ClipSet clips;
  private final Sources sources;
  private final ExperimentListener listener;
  private final String state;

  /** Digests of the models that were found to be of their runs, by run. */
  private final Map<Path, String> models = new HashMap<>();

  private @Nullable PreparedSet prepared;

  /**
   * Draws nothing yet.
   *
   * @param comparison folder of the runs
   * @param clips of the set
   * @param sources where the trunk's weights are
   * @param listener hears how many maps are drawn
   */
  ResearchMaps(Path comparison, ClipSet clips, Sources sources, ExperimentListener listener) {
    this.comparison = comparison;
    this.clips = clips;
    this.sources = sources;
    this.listener = listener;
    this.state = Digest.of(clips.state());
  }

  /**
   * The maps of a run, drawn if they are not there: under a name made of the model's weights and of
   * what was read of the clips.
   *
   * @throws InterruptedException if the thread is interrupted while frames are looked at
   * @throws whence.WhenceException if it is interrupted later, or a clip cannot be read
   */
  Path of(ComparisonRow row, long seed, SetLocalizer localizer) throws InterruptedException {
    Path run = ComparisonRun.folder(comparison, row, seed);
    Path model = run.resolve("research").resolve("model.safetensors");
    String digest = models.computeIfAbsent(run, any -> checked(run, model));
    String key = Digest.of(digest, state, SetMaps.VERSION);
    String name = "%s-%s-%s.json".formatted(clips.kind().label(), key, localizer.label());
    Path maps = model.resolveSibling(name);
    if (!Files.isRegularFile(maps)) {
      draw(model, localizer, maps);
    }
    return maps;
  }

  /**
   * The digest of a run's model, which is made if it is not there, or of other weights than the run
   * has: which they were stands beside it.
   */
  private String checked(Path run, Path model) {
    RunFolder folder = new RunFolder(run);
    int last = folder.settings().training().plan().iterations();
    Path weights = folder.model(folder.data().identity()).iteration(last);
    Path beside = model.resolveSibling("weights.txt");
    String wanted = Digest.ofFile(weights);
    if (!Files.isRegularFile(model) || !wanted.equals(text(beside))) {
      ModelExport.export(run, OptionalInt.of(last), sources, listener, model);
      AtomicFile.write(beside, wanted);
    }
    return Digest.ofFile(model);
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }

  private void draw(Path model, SetLocalizer localizer, Path maps) throws InterruptedException {
    String text = localizer.label();
    try (TrainedModel trained = TrainedModel.read(model)) {
      SetMaps.write(
          prepared(trained.card()),
          trained,
          localizer,
          (done, all) -> listener.onProgress(ExperimentListener.Stage.MAPS, text, done, all),
          maps);
    }
  }

  /** The clips as numbers, opened when first asked for. */
  private PreparedSet prepared(ModelCard card) throws InterruptedException {
    PreparedSet ready = prepared;
    if (ready == null) {
      ready = PreparedSet.open(clips, card.sound(), sources, listener);
      prepared = ready;
    }
    return ready;
  }

  @Override
  public void close() {
    if (prepared != null) {
      prepared.close();
    }
  }
}
