package whence.train;

import java.io.Serial;

/** Training was interrupted between two batches. The state is usable and can go on. */
public final class TrainingInterrupted extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  TrainingInterrupted(int iteration, int epoch, int step) {
    super(
        "Training was interrupted after step %d of epoch %d, iteration %d; run again to go on"
            .formatted(step, epoch, iteration));
  }
}
