package org.rapaio.jupyter.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopThreadTest {

  @Test
  void itRunsFromTheBeginningUntilItIsToldToEnd() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    LoopThread[] loop = new LoopThread[1];
    loop[0] =
        new LoopThread(
            "loop",
            1,
            () -> {
              if (rounds.incrementAndGet() == 3) {
                loop[0].shutdown();
              }
            });
    loop[0].start();
    loop[0].join(10_000);
    assertThat(loop[0].isAlive()).isFalse();
    assertThat(rounds).hasValue(3);
  }

  @Test
  void anInterruptEndsItEvenBeforeTheFirstRound() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    LoopThread loop = new LoopThread("loop", 1, rounds::incrementAndGet);
    loop.start();
    loop.interrupt();
    loop.join(10_000);
    assertThat(loop.isAlive()).isFalse();
    assertThat(rounds).hasValue(0);
  }
}
