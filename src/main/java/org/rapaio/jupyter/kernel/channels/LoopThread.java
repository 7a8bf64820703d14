package org.rapaio.jupyter.kernel.channels;

/**
 * Does something again and again until it is told to end; takes the place of the Java kernel's
 * class of this name.
 *
 * <p>That of rapaio-jupyter-kernel 3.0.1 says that it runs only after its thread was started. A
 * thread that is quick enough finds that it does not run, and ends: the kernel then never answers.
 * This one runs from the beginning. And as the kernel begins to listen before it knows what to do
 * with what it hears, and forgets that, the first round waits; messages wait with it.
 */
public final class LoopThread extends Thread {
  private static final long FIRST_PAUSE_MILLIS = 500;

  private final long pauseMillis;
  private final Runnable body;
  private volatile boolean ended;

  /**
   * A thread that is not started yet.
   *
   * @param name of the thread
   * @param pauseMillis between two rounds
   * @param body one round
   */
  public LoopThread(String name, long pauseMillis, Runnable body) {
    super(name);
    this.pauseMillis = pauseMillis;
    this.body = body;
  }

  @Override
  public void run() {
    try {
      sleep(FIRST_PAUSE_MILLIS);
      while (!ended) {
        body.run();
        sleep(pauseMillis);
      }
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  /** Lets it end after the present round. */
  public void shutdown() {
    ended = true;
  }
}
