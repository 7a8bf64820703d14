package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import whence.WhenceException;
import whence.experiment.Machinery;

class FailuresTest {
  private final StringWriter err = new StringWriter();
  private final Interruption interruption = Interruption.ofThisThread();

  private Surroundings around() {
    PrintWriter to = new PrintWriter(err, true);
    return new Surroundings(to, to, Machinery.here(), interruption);
  }

  private int end(Exception failure) {
    return end(failure, new CommandLine(CommandLine.Model.CommandSpec.create()));
  }

  private int end(Exception failure, CommandLine line) {
    return new Failures(around()).handleExecutionException(failure, line, null);
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

  @ParameterizedTest
  @CsvSource({
    "train, Everything up to the last checkpoint is kept:, to go on.",
    "compare, Everything up to the last checkpoint is kept:, to go on.",
    "scenes, The scenes that are whole are kept:, to go on.",
    "features, The scenes and features that are whole are kept:, to go on.",
    "prepare, The clips of videos that are done are kept:, to go on.",
    "maps, Features of the frames that were looked at are kept; maps are written whole, draw them.",
    "localize, No file is left half written:, to start anew.",
    "mosaics, No file is left half written:, to start anew.",
    "score, No file is left half written:, to start anew.",
    "score-classes, No file is left half written:, to start anew.",
    "evaluate, No file is left half written:, to start anew.",
    "export, No file is left half written:, to start anew.",
    "benchmark, No file is left half written:, to start anew.",
    "check, No file is left half written:, to start anew.",
  })
  void anInterruptedCommandSaysWhatOfItsWorkIsKept(String name, String kept, String next) {
    CommandLine all = new CommandLine(new Main(), new Commands(around()));
    CommandLine command = all.getSubcommands().get(name);
    assertThat(end(new InterruptedException(), command)).isEqualTo(130);
    assertThat(err.toString())
        .startsWith("Interrupted. " + kept)
        .contains("call the same command again")
        .endsWith(next + System.lineSeparator());
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
