package whence.experiment;

import java.util.List;
import whence.data.fetch.FetchListener;
import whence.experiment.ExperimentListener.Stage;

/** Downloads told to the listener of an experiment. */
final class Downloads {
  private Downloads() {}

  static FetchListener toldTo(ExperimentListener listener) {
    return new FetchListener() {
      @Override
      public void planned(List<String> names, long bytes) {
        listener.onNote(
            "To be downloaded: %s (%d MB)".formatted(String.join(", ", names), bytes / 1_000_000));
      }

      @Override
      public void progress(String name, long done, long total) {
        listener.onProgress(Stage.DOWNLOAD, name, done, total);
      }
    };
  }
}
