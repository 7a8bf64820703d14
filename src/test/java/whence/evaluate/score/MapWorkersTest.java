package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MapWorkersTest {

  @Test
  void everyPieceIsDone() {
    AtomicInteger done = new AtomicInteger();
    try (MapWorkers workers = new MapWorkers(3)) {
      for (int k = 0; k < 100; k++) {
        workers.submit(done::incrementAndGet);
      }
      workers.finish();
      assertThat(done).hasValue(100);
    }
  }

  /** A clip that was not scored for want of memory is not one without a map. */
  @Test
  void anErrorIsAFailureToo() {
    try (MapWorkers workers = new MapWorkers(2)) {
      workers.submit(
          () -> {
            throw new OutOfMemoryError("made up");
          });
      assertThatThrownBy(workers::finish)
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("made up");
    }
  }
}
