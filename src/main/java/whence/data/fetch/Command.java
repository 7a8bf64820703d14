package whence.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * A program run to its end.
 *
 * @param line the program and its arguments; no shell is involved
 * @param timeout how long it may take before it is ended
 * @param cure what a user can do if it fails
 */
record Command(List<String> line, Duration timeout, String cure) {
  private static final int LAST_LINES = 6;

  /** How a program ended: exit status and what it printed. */
  record Outcome(int status, String output, String errors) {}

  /**
   * Runs the program and returns its standard output.
   *
   * @throws WhenceException if it cannot be started, fails, or takes too long
   */
  String run() {
    Outcome outcome = attempt();
    if (outcome.status() != 0) {
      throw failed("exit status " + outcome.status() + lastLines(outcome));
    }
    return outcome.output();
  }

  /** As {@link #run()}, but a failing exit status is an outcome like any other. */
  Outcome attempt() {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("whence", ".out");
      err = Files.createTempFile("whence", ".err");
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.environment().put("LC_ALL", "C");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int status = await(process);
      return new Outcome(status, Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()));
    } finally {
      delete(out);
      delete(err);
    }
  }

  private int await(Process process) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw failed("no end after " + timeout.toMillis() / 1000.0 + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private WhenceException failed(String got) {
    return new WhenceException(
        "The command failed: " + String.join(" ", line), got, "exit status 0", cure);
  }

  private static String lastLines(Outcome outcome) {
    List<String> lines =
        (outcome.output() + "\n" + outcome.errors())
            .lines()
            .filter(text -> !text.isBlank())
            .toList();
    return ", ending with: "
        + String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit(); // a temporary file left behind must not hide the outcome
    }
  }
}
