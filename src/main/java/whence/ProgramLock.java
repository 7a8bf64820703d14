package whence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one program at a time do something, and in it one thread. The lock is on a file that is
 * kept; the system lets go of it even if the program is killed.
 */
public final class ProgramLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final FileChannel channel;

  private ProgramLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock if nobody holds it.
   *
   * @param file made, with its folder, if it is not there
   * @throws IOException if it cannot be written
   */
  public static Optional<ProgramLock> take(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = tryLock(channel) != null;
      return taken ? Optional.of(new ProgramLock(channel)) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /**
   * Takes the lock, waiting for whoever holds it.
   *
   * @param file see {@link #take}
   * @param waiting is told once, if there is something to wait for
   * @throws IOException if it cannot be written
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static ProgramLock await(Path file, Runnable waiting)
      throws IOException, InterruptedException {
    Optional<ProgramLock> lock = take(file);
    if (lock.isEmpty()) {
      waiting.run();
    }
    while (lock.isEmpty()) {
      Thread.sleep(PAUSE_MILLIS);
      lock = take(file);
    }
    return lock.get();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing was written through it
    }
  }
}
