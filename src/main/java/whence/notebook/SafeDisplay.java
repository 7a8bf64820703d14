package whence.notebook;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Shows outputs so that an interrupt meets the work and never the showing of it.
 *
 * <p>A kernel that is showing something when its thread is interrupted answers with an exception,
 * which would end the work in the middle of an epoch, or swallows the interrupt, and then nothing
 * stops. Here each output is shown on a thread of its own, and the thread that works waits for it;
 * an interrupt that falls meanwhile is kept for the work to find.
 *
 * @param display puts an output in place of the one before
 */
public record SafeDisplay(Consumer<CellOutput> display) implements Consumer<CellOutput> {
  @Override
  public void accept(CellOutput output) {
    FutureTask<CellOutput> task = new FutureTask<>(() -> display.accept(output), output);
    Thread thread = new Thread(task, "whence display");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (!isDone(task)) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits; false after an interrupt. */
  private static boolean isDone(FutureTask<CellOutput> task) {
    try {
      task.get();
      return true;
    } catch (InterruptedException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an output could not be shown", e.getCause());
    }
  }
}
