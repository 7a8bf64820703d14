package whence.experiment;

import org.jspecify.annotations.Nullable;
import whence.data.scene.MediaLibrary;
import whence.data.scene.SceneSettings;
import whence.signal.LogMelSettings;

/**
 * Prepares data for runs one after the other. The last data stay open: the next run on the same
 * scenes does not prepare them again. Media are read once for all scenes. Close it.
 */
final class DataShelf implements AutoCloseable {

  private final Sources sources;
  private final Media media;
  private @Nullable MediaLibrary library;
  private @Nullable Key key;
  private @Nullable JudgedData kept;

  DataShelf(Sources sources, Media media) {
    this.sources = sources;
    this.media = media;
  }

  /** What becomes of the media, a few hundred megabytes, once scenes are composed. */
  enum Media {
    /** They go: there is one run. */
    DROPPED,
    /** They stay for the scenes of the next run. */
    KEPT
  }

  /** What data depends on, of all settings of a run. */
  record Key(SceneSettings scenes, SceneCounts counts, LogMelSettings sound, long seed) {
    static Key of(ExperimentSettings settings) {
      return new Key(settings.scenes(), settings.counts(), settings.sound(), settings.seed());
    }
  }

  /**
   * The data of a run; what was given before may be closed.
   *
   * @throws InterruptedException if the thread is interrupted; what was done is kept on disk
   */
  JudgedData of(ExperimentSettings settings, ExperimentListener listener)
      throws InterruptedException {
    Key wanted = Key.of(settings);
    JudgedData ready = kept;
    if (ready == null || !wanted.equals(key)) {
      close();
      ready = new JudgedData(prepare(new Preparation(settings, sources, listener)));
      key = wanted;
      kept = ready;
    }
    return ready;
  }

  private PreparedData prepare(Preparation preparation) throws InterruptedException {
    if (media == Media.DROPPED) {
      return preparation.data();
    }
    MediaLibrary all = library == null ? preparation.library() : library;
    library = all;
    return preparation.data(all);
  }

  @Override
  public void close() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }
}
