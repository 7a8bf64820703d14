package whence.notebook;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import whence.data.fetch.FetchListener;

/** Downloads as one bar: what will be fetched is told as a line before the first byte. */
public final class FetchProgress implements FetchListener {
  private static final double MEGABYTE = 1e6;

  private final LiveProgress bar;
  private final Consumer<String> lines;

  /**
   * Listens to downloads.
   *
   * @param bar not closed here
   * @param lines takes the announcement
   */
  public FetchProgress(LiveProgress bar, Consumer<String> lines) {
    this.bar = bar;
    this.lines = lines;
  }

  @Override
  public void planned(List<String> names, long bytes) {
    lines.accept("Downloading " + megabytes(bytes) + ": " + String.join(", ", names));
  }

  @Override
  public void progress(String name, long done, long total) {
    double share = total > 0 ? Math.min(1, done / (double) total) : 0;
    bar.update(share, name + " " + megabytes(done) + " of " + megabytes(total));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
  }
}
