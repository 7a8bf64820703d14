package whence.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps SameDiff's own printing out of notebooks and of machine-readable output. */
final class StandardOutput {

  private StandardOutput() {}

  /** Runs the task while nothing can be printed to standard output; not for concurrent use. */
  static synchronized void silence(Runnable task) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      task.run();
    } finally {
      System.setOut(before);
    }
  }
}
