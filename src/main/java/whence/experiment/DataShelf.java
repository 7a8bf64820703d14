package whence.experiment;

import org.jspecify.annotations.Nullable;
import whence.data.scene.SceneSettings;
import whence.signal.LogMelSettings;

/**
 * Prepares data for runs, and keeps the last one open: a run after another on the same scenes does
 * not prepare them again. Close it.
 */
final class DataShelf implements AutoCloseable {

  private final Sources sources;
  private @Nullable Key key;
  private @Nullable JudgedData kept;

  DataShelf(Sources sources) {
    this.sources = sources;
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
      ready = new JudgedData(new Preparation(settings, sources, listener).data());
      key = wanted;
      kept = ready;
    }
    return ready;
  }

  @Override
  public void close() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }
}
