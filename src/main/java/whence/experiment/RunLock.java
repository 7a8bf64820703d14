package whence.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/** Keeps two runs out of one folder. The system lets go of it even if the program is killed. */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(RunFolder folder) {
    try {
      Files.createDirectories(folder.path());
      FileChannel channel =
          FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new WhenceException(
            "Cannot run in " + folder.path(),
            "another run at work there",
            "one run at a time in a folder",
            "wait until it ends, stop it, or choose another folder");
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot run in " + folder.path(),
          e.toString(),
          "a folder that can be written to",
          "correct its permissions or choose another folder",
          e);
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
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing was written through it
    }
  }
}
