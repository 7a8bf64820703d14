package whence.evaluate.score;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import whence.WhenceException;

/**
 * Does small pieces of work on some threads. Only a few wait at a time: whoever brings more is held
 * up, so that maps are read no faster than they are scored. The first failure ends it.
 */
final class MapWorkers implements AutoCloseable {

  private static final int WAITING_A_THREAD = 4;

  private final ExecutorService pool;
  private final Semaphore places;
  private final int all;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  MapWorkers(int threads) {
    this.pool = Executors.newFixedThreadPool(threads);
    this.all = WAITING_A_THREAD * threads;
    this.places = new Semaphore(all);
  }

  /**
   * Takes on a piece of work.
   *
   * @throws RuntimeException what an earlier piece failed with; an {@link Error} alike
   * @throws WhenceException if the thread is interrupted
   */
  void submit(Runnable work) {
    acquire(1);
    throwFailure();
    pool.execute(
        () -> {
          try {
            work.run();
          } catch (Throwable e) { // an error too: a clip that was not scored is not missing
            failure.compareAndSet(null, e);
          } finally {
            places.release();
          }
        });
  }

  /**
   * Waits until everything is done.
   *
   * @throws RuntimeException what a piece of work failed with; an {@link Error} alike
   */
  void finish() {
    acquire(all);
    places.release(all);
    throwFailure();
  }

  private void acquire(int count) {
    try {
      places.acquire(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException(
          "Scoring was interrupted", "an interrupt", "all maps scored", "call it again", e);
    }
  }

  private void throwFailure() {
    Throwable failed = failure.get();
    if (failed instanceof RuntimeException exception) {
      throw exception;
    }
    if (failed instanceof Error error) {
      throw error;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
