package whence.data.scene;

/** Hears how far composing is. */
@FunctionalInterface
public interface SceneListener {
  /** Hears nothing. */
  SceneListener NONE = (done, total) -> {};

  /**
   * Called after each scene, by one thread at a time.
   *
   * @param done scenes that are on disk
   * @param total scenes wanted
   */
  void composed(int done, int total);
}
