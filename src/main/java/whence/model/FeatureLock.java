package whence.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one program at a time compute a file of features. The system lets go of it even if the
 * program is killed.
 */
final class FeatureLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final FileChannel channel;

  private FeatureLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, waiting for another holder.
   *
   * @param file of the features; a file {@code NAME.lock} is kept beside it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  static FeatureLock await(Path file, FeatureListener listener)
      throws IOException, InterruptedException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      boolean waited = false;
      while (tryLock(channel) == null) {
        if (!waited) {
          listener.waiting(file);
        }
        waited = true;
        Thread.sleep(PAUSE_MILLIS);
      }
      return new FeatureLock(channel);
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
