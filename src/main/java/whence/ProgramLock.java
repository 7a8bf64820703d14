package whence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one program at a time do something, and in it one thread. The lock is on a file that is
 * kept; the system lets go of it even if the program is killed.
 *
 * <p>Which files this program holds is known without opening them: the system drops a program's
 * lock when any of its openings of the file is closed.
 */
public final class ProgramLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProgramLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock if nobody holds it.
   *
   * @param file made, with its folder, if it is not there
   * @throws IOException if it cannot be written
   */
  public static Optional<ProgramLock> take(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    Path held = folder.toRealPath().resolve(file.getFileName());
    if (!HELD.add(held)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(held, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      return taken ? Optional.of(new ProgramLock(held, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        release(held, channel);
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

  /** Closes first: who may take the file next opens it after that. */
  private static void release(Path held, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(held);
    }
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return; // a second close must not let go of what another has taken since
    }
    try {
      release(file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing was written through it
    }
  }
}
