package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import whence.WhenceException;
import whence.experiment.Machinery;

class FailuresTest {
  private final StringWriter err = new StringWriter();
  private final Interruption interruption = Interruption.ofThisThread();

  private int end(Exception failure) {
    PrintWriter to = new PrintWriter(err, true);
    Surroundings around = new Surroundings(to, to, Machinery.here(), interruption);
    return new Failures(around)
        .handleExecutionException(
            failure, new CommandLine(CommandLine.Model.CommandSpec.create()), null);
  }

  @Test
  void aRefusalIsItsMessageAlone() {
    assertThat(end(new WhenceException("Cannot", "a", "b", "c"))).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("Cannot\n  got:      a\n  expected: b\n  cure:     c\n");
  }

  @Test
  void aBugShowsWhereItWas() {
    assertThat(end(new IllegalStateException("odd"))).isEqualTo(70);
    assertThat(err.toString()).contains("A bug of whence", "odd", "\tat ");
  }

  @Test
  void whateverAnInterruptCausedIsAnInterrupt() {
    Exception closed = new ClosedByInterruptException();
    assertThat(end(new WhenceException("Cannot", "a", "b", "c", closed))).isEqualTo(130);
    assertThat(end(new InterruptedException())).isEqualTo(130);
    assertThat(err.toString()).doesNotContain("Cannot");
  }

  @Test
  void theEndOfTheProgramInterruptsTheWorkerAndWaitsForIt() throws InterruptedException {
    Thread hook = new Thread(interruption);
    hook.start();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(interruption.isWanted()).isTrue();
    assertThat(end(new IllegalStateException("in its wake"))).isEqualTo(130);
    assertThat(hook.isAlive()).isTrue();
    interruption.finished();
    hook.join();
  }

  @Test
  void afterTheWorkTheEndIsNoInterrupt() {
    interruption.finished();
    interruption.run();
    assertThat(interruption.isWanted()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }
}
