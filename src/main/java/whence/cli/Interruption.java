package whence.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the program (Ctrl-C) into an interrupt of the working thread, and gives it time
 * to stop between two batches. What runs longer is cut off: every file is written whole or not at
 * all, so nothing is lost but the work since the last checkpoint, where a command makes some.
 */
final class Interruption implements Runnable {
  private static final long PATIENCE_SECONDS = 20;

  private final Thread worker;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean wanted;

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  static Interruption ofThisThread() {
    return new Interruption(Thread.currentThread());
  }

  /** The shutdown hook: returns when the worker has finished, or patience is at its end. */
  @Override
  public void run() {
    if (done.getCount() > 0) {
      wanted = true;
      worker.interrupt();
    }
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The worker has nothing more to do. */
  void finished() {
    done.countDown();
  }

  /** Whether the user wants to stop. */
  boolean isWanted() {
    return wanted;
  }
}
