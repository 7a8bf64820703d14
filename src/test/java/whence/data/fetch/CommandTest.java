package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class CommandTest {
  @Test
  void returnsWhatTheProgramPrints() {
    assertThat(shell("echo to-out; echo to-err >&2", 20_000).run()).isEqualTo("to-out\n");
  }

  @Test
  void aFailureShowsTheLastLines() {
    assertThatThrownBy(() -> shell("seq 1 9; echo broken >&2; exit 3", 20_000).run())
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            """
            The command failed: /bin/sh -c seq 1 9; echo broken >&2; exit 3
              got:      exit status 3, ending with: 5 | 6 | 7 | 8 | 9 | broken
              expected: exit status 0
              cure:     do this\
            """);
  }

  @Test
  void aProgramThatHangsIsEnded() {
    assertThatThrownBy(() -> shell("sleep 60", 200).run())
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("got:      no end after 0.2 s");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    Command command = new Command(List.of("/no/such/program"), Duration.ofSeconds(5), "install it");
    assertThatThrownBy(command::run)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("The command failed: /no/such/program")
        .hasMessageContaining("cure:     install it");
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shell("sleep 60", 60_000).run()).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Command shell(String script, int timeoutMillis) {
    return new Command(
        List.of("/bin/sh", "-c", script), Duration.ofMillis(timeoutMillis), "do this");
  }
}
