package whence.model;

/** Hears how far the computing of features is. */
public interface FeatureListener {
  /** Hears nothing. */
  FeatureListener SILENT = new FeatureListener() {};

  /**
   * After every batch, and once at the start when work goes on.
   *
   * @param done pictures done
   * @param total pictures in all
   */
  default void progress(int done, int total) {}

  /**
   * Features on disk belong to other pictures, weights or settings and are computed again.
   *
   * @param message what was found and what is wanted
   */
  default void stale(String message) {}
}
