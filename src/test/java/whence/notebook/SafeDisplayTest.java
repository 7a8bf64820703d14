package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A display that hates interrupts is never met by one, and none is lost. */
@Timeout(60)
final class SafeDisplayTest {
  private static final CellOutput OUTPUT = CellOutput.text("x");

  private final List<CellOutput> shown = new ArrayList<>();

  private final Consumer<CellOutput> display =
      new SafeDisplay(
          output -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            shown.add(output);
          });

  @Test
  void outputsAreShownInOrder() {
    CellOutput other = CellOutput.text("y");
    display.accept(OUTPUT);
    display.accept(other);
    assertThat(shown).containsExactly(OUTPUT, other);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void interruptThatFellBeforeIsKept() {
    Thread.currentThread().interrupt();
    display.accept(OUTPUT);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(shown).containsExactly(OUTPUT);
  }

  @Test
  void interruptThatFallsWhileShowingIsKept() throws InterruptedException {
    CountDownLatch showing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    boolean[] kept = new boolean[1];
    Consumer<CellOutput> slow =
        new SafeDisplay(
            output -> {
              showing.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              shown.add(output);
            });
    Thread work =
        new Thread(
            () -> {
              slow.accept(OUTPUT);
              kept[0] = Thread.interrupted();
            });
    work.start();
    showing.await();
    work.interrupt();
    go.countDown();
    work.join();
    assertThat(kept[0]).isTrue();
    assertThat(shown).containsExactly(OUTPUT);
  }

  @Test
  void failureOfTheDisplayReachesTheWork() {
    Consumer<CellOutput> broken =
        new SafeDisplay(
            output -> {
              throw new IllegalArgumentException("no socket");
            });
    assertThatThrownBy(() -> broken.accept(OUTPUT)).hasRootCauseMessage("no socket");
  }
}
