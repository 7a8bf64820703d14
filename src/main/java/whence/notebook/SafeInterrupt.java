package whence.notebook;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs long work so that a kernel's interrupt stops it where it asks to be stopped, and nowhere
 * else.
 *
 * <p>The Kotlin kernel first interrupts the thread of a cell and, on JDK 17, a moment later stops
 * it by force: in the middle of a step, with weights half changed or a class half initialised. Here
 * the work has a thread of its own, which only ever sees {@link Thread#interrupted()}, and the
 * cell's thread waits for it, whatever it is sent.
 */
public final class SafeInterrupt {
  /** The kernel's second blow follows its first after 0.1 s, and later on a machine under load. */
  private static final long BLOWS_MILLIS = 1500;

  private SafeInterrupt() {}

  /**
   * Does some work and waits for its end, also after an interrupt.
   *
   * @param work polls {@link Thread#interrupted()}, as training, downloads and scenes do
   * @return what it returns
   * @throws Exception what it throws
   */
  public static <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "whence work");
    thread.setDaemon(true);
    thread.start();
    await(thread);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** A blow may also fall while one before it is dealt with. */
  private static void await(Thread thread) {
    try {
      awaitUnlessStruckTwice(thread);
    } catch (Throwable blow) {
      thread.interrupt();
      awaitUnlessStruckTwice(thread);
    }
  }

  private static void awaitUnlessStruckTwice(Thread thread) {
    long until = 0;
    int blows = 0;
    boolean ended = false;
    while (!ended) {
      try {
        try {
          thread.join();
          Thread.sleep(Math.max(0, until - System.currentTimeMillis()));
          ended = true;
        } catch (Throwable blow) { // an interrupt, or the death of this thread, which must wait
          blows++;
          until = blows % 2 == 1 ? System.currentTimeMillis() + BLOWS_MILLIS : 0;
          thread.interrupt();
        }
      } catch (Throwable blow) {
        thread.interrupt();
      }
    }
  }
}
