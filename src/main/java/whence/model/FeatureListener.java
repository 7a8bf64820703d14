package whence.model;

import java.nio.file.Path;

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

  /**
   * Another program computes the same features; its work is waited for.
   *
   * @param file where they will be
   */
  default void waiting(Path file) {}
}
