package whence.notebook;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.data.fetch.FetchListener;

/** A download in one output, which is there only if something has to be downloaded. */
public final class FetchProgress implements FetchListener, AutoCloseable {
  private final Supplier<LiveProgress> opened;
  private @Nullable LiveProgress bar;

  /** Opens the bar when it is needed. */
  public FetchProgress(Supplier<LiveProgress> opened) {
    this.opened = opened;
  }

  @Override
  public void planned(List<String> names, long bytes) {
    bar().update(0, String.join(", ", names) + " (" + bytes / 1_000_000 + " MB)");
  }

  @Override
  public void progress(String name, long done, long total) {
    bar().update(total > 0 ? Math.min(1, done / (double) total) : 0, name);
  }

  private LiveProgress bar() {
    if (bar == null) {
      bar = opened.get();
    }
    return bar;
  }

  /** Shows the last state. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
