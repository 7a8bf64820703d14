package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class SafeInterruptTest {

  @Test
  void givesWhatTheWorkReturnsAndThrowsWhatItThrows() throws Exception {
    assertThat(SafeInterrupt.call(() -> 7)).isEqualTo(7);
    assertThatThrownBy(
            () ->
                SafeInterrupt.call(
                    () -> {
                      throw new IOException("no disk");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no disk");
  }

  @Test
  @Timeout(60)
  void anInterruptReachesTheWorkAndIsWaitedFor() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<String> result = new AtomicReference<>();
    Thread cell = waitingCell(begun, result);
    cell.interrupt();
    cell.join();
    assertThat(result).hasValue("stopped between two batches");
  }

  /** What the kernel does on JDK 17; later ones refuse to stop a thread by force. */
  @Test
  @Timeout(60)
  @SuppressWarnings({"deprecation", "removal"})
  void theDeathOfTheCellsThreadWaitsForTheWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<String> result = new AtomicReference<>();
    Thread cell = waitingCell(begun, result);
    cell.interrupt();
    try {
      cell.stop();
    } catch (UnsupportedOperationException e) {
      assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(20);
    }
    cell.join();
    assertThat(result).hasValue("stopped between two batches");
  }

  /**
   * A cell whose work has begun and which waits for it, as it does long before a reader can
   * interrupt.
   */
  private static Thread waitingCell(CountDownLatch begun, AtomicReference<String> result)
      throws InterruptedException {
    Thread cell =
        new Thread(
            () -> {
              try {
                result.set(SafeInterrupt.call(() -> batches(begun)));
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    cell.start();
    begun.await();
    while (cell.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return cell;
  }

  private static String batches(CountDownLatch begun) {
    begun.countDown();
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
    return "stopped between two batches";
  }
}
