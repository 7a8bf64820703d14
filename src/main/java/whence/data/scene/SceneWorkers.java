package whence.data.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import whence.WhenceException;

/** Does work for indices 0 to count - 1 on some threads; stops when its caller is interrupted. */
final class SceneWorkers {
  private final int count;
  private final int threads;
  private final SceneListener listener;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Object heard = new Object();
  private int done;

  SceneWorkers(int count, int threads, SceneListener listener) {
    this.count = count;
    this.threads = threads;
    this.listener = listener;
  }

  void run(IntConsumer work) {
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
      // Waits for the scenes begun; they are short.
      shutDown(pool);
    }
  }

  private void workThrough(IntConsumer work) {
    int index = next.getAndIncrement();
    while (index < count && !stopped.get()) {
      try {
        work.accept(index);
      } catch (RuntimeException e) {
        stopped.set(true);
        throw e;
      }
      synchronized (heard) {
        done++;
        listener.composed(done, count);
      }
      index = next.getAndIncrement();
    }
  }

  private static void shutDown(ExecutorService pool) {
    pool.shutdown();
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
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
        "Composing scenes was interrupted",
        reached + " of " + count + " scenes on disk",
        "all of them",
        "call it again: it goes on where it stopped",
        cause);
  }
}
