package whence.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import whence.WhenceException;

/**
 * Does work for indices 0 to count - 1 on some threads. When its caller is interrupted, or a piece
 * fails, no further piece is begun; those begun are finished, but for long ones that ask {@link
 * #requireGoing}.
 */
public final class ParallelWork {
  private final String name;
  private final int count;
  private final int threads;
  private final Listener listener;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Object heard = new Object();
  private int done;

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    /** Called after each piece, by one thread at a time. */
    void done(int done, int total);
  }

  /**
   * Begins nothing yet.
   *
   * @param name what is done, for the message of an interruption, such as {@code Composing scenes}
   * @param count how many pieces
   * @param threads at least 1
   */
  public ParallelWork(String name, int count, int threads, Listener listener) {
    this.name = name;
    this.count = count;
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Does all of it, once.
   *
   * @param work called with each index, by any thread
   * @throws WhenceException if the caller is interrupted (its flag is kept)
   */
  public void run(IntConsumer work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int k = 0; k < threads; k++) {
        workers.add(pool.submit(() -> workThrough(work)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      stopped.set(true);
      shutDown(pool);
    }
  }

  /**
   * Ends a piece that would take long to finish: called by it between its parts.
   *
   * @throws CancellationException if the work is stopped; the piece lets it pass and does not count
   */
  public void requireGoing() {
    if (stopped.get()) {
      throw new CancellationException(name + " was stopped");
    }
  }

  private void workThrough(IntConsumer work) {
    int index = next.getAndIncrement();
    while (index < count && !stopped.get()) {
      try {
        work.accept(index);
      } catch (RuntimeException e) {
        if (e instanceof CancellationException && stopped.get()) {
          return; // what stopped it is told
        }
        stopped.set(true);
        throw e;
      }
      synchronized (heard) {
        done++;
        listener.done(done, count);
      }
      index = next.getAndIncrement();
    }
  }

  /** Waits for the pieces begun; they are short, or ask whether to go on. */
  private static void shutDown(ExecutorService pool) {
    pool.shutdown();
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private WhenceException interrupted(InterruptedException cause) {
    int reached;
    synchronized (heard) {
      reached = done;
    }
    return new WhenceException(
        name + " was interrupted",
        reached + " of " + count + " on disk",
        "all of them",
        "call it again: it goes on where it stopped",
        cause);
  }
}
