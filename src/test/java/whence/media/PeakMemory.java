package whence.media;

import org.bytedeco.javacpp.Pointer;

/**
 * The most memory that this process takes while something runs, bytes: heap and native, looked at
 * every few milliseconds by a thread of its own.
 */
public final class PeakMemory implements AutoCloseable {
  private static final long MILLIS = 2;

  private final Thread watch = new Thread(this::watch, "peak-memory");
  private volatile long most = Pointer.physicalBytes();
  private volatile boolean done;

  private PeakMemory() {
    watch.setDaemon(true);
  }

  /** Begins to look. */
  public static PeakMemory watched() {
    PeakMemory peak = new PeakMemory();
    peak.watch.start();
    return peak;
  }

  private void watch() {
    while (!done) {
      most = Math.max(most, Pointer.physicalBytes());
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The most so far. */
  public long most() {
    return most;
  }

  /** What is in use of the heap, garbage left out: what somebody still holds. */
  public static long heldOnHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public void close() throws InterruptedException {
    done = true;
    watch.join();
  }
}
