package whence.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Tells of a part only once it comes some way: what is there already takes a moment and needs no
 * bar.
 */
final class LateStage implements ExperimentListener {
  private final ExperimentListener told;
  private @Nullable Stage last;

  LateStage(ExperimentListener told) {
    this.told = told;
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    if (stage != last) {
      told.onStage(stage);
      last = stage;
    }
    told.onProgress(stage, text, done, total);
  }

  @Override
  public void onNote(String text) {
    told.onNote(text);
  }
}
