package whence.cli;

import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import whence.WhenceException;
import whence.train.TrainingInterrupted;

/** Turns what a command throws into a message and an exit code. */
record Failures(Surroundings around) implements IExecutionExceptionHandler {
  static final int REFUSED = 1;
  static final int BUG = 70;
  static final int INTERRUPTED = 130;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, @Nullable ParseResult parsed) {
    around.out().flush();
    if (around.interruption().isWanted() || isInterrupt(failure)) {
      around.err().println("Interrupted. " + kept(line.getCommand()));
      return INTERRUPTED;
    }
    if (failure instanceof WhenceException refusal) {
      around.err().println(refusal.getMessage());
      return REFUSED;
    }
    around.err().println("A bug of whence; please report it with the lines below.");
    failure.printStackTrace(around.err());
    return BUG;
  }

  private static String kept(@Nullable Object command) {
    return command instanceof Resumable resumable
        ? resumable.kept()
        : "No file is left half written: call the same command again to start anew.";
  }

  /** Whether an interrupt stands anywhere behind the failure. */
  private static boolean isInterrupt(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof InterruptedException
          || at instanceof TrainingInterrupted
          || at instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }
}
