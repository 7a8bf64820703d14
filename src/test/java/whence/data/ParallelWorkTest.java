package whence.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import whence.WhenceException;

/** Pieces that would never end unless they asked. */
@Timeout(60)
class ParallelWorkTest {
  private final AtomicInteger heard = new AtomicInteger();

  private ParallelWork work(int count) {
    return new ParallelWork("Counting", count, 2, (done, total) -> heard.set(done));
  }

  private static void goOn(ParallelWork work) {
    while (true) {
      work.requireGoing();
      Thread.onSpinWait();
    }
  }

  @Test
  void aLongPieceEndsWhenTheCallerIsInterruptedAndDoesNotCount() {
    ParallelWork work = work(3);
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                work.run(
                    k -> {
                      if (k == 2) {
                        caller.interrupt(); // by the thread that is done with piece 1
                      }
                      if (k != 1) {
                        goOn(work);
                      }
                    }))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Counting was interrupted")
        .hasMessageContaining("1 of 3 on disk");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard).hasValue(1);
  }

  @Test
  void theFailureThatStoppedItIsToldAndNotThatOthersEnded() {
    ParallelWork work = work(2);
    CountDownLatch begun = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                work.run(
                    k -> {
                      if (k == 0) {
                        begun.countDown();
                        goOn(work);
                      }
                      await(begun);
                      throw new IllegalArgumentException("no such number");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such number");
    assertThat(heard).hasValue(0);
  }

  @Test
  void aPieceThatIsCancelledByOthersFails() {
    assertThatThrownBy(
            () ->
                work(1)
                    .run(
                        k -> {
                          throw new CancellationException("of something else");
                        }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("of something else");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
