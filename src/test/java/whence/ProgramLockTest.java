package whence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLockTest {
  @TempDir Path folder;

  @Test
  void aRefusalOfThisProgramLetsNoOtherIn() throws Exception {
    Path file = folder.resolve("new/lock");
    try (ProgramLock lock = ProgramLock.take(file).orElseThrow()) {
      assertThat(ProgramLock.take(file)).isEmpty();
      Path sameFolder = Files.createSymbolicLink(folder.resolve("link"), file.getParent());
      assertThat(ProgramLock.take(sameFolder.resolve("../new/./lock"))).isEmpty();
      assertThat(ProgramLock.take(sameFolder.resolve("lock"))).isEmpty();
      assertThat(otherTakes(file)).as("another program").isFalse();
      lock.close();
      assertThat(otherTakes(file)).as("another program").isTrue();
    }
  }

  @Test
  void aSecondCloseLeavesTheLockOfTheNext() throws IOException {
    Path file = folder.resolve("lock");
    ProgramLock first = ProgramLock.take(file).orElseThrow();
    first.close();
    try (ProgramLock next = ProgramLock.take(file).orElseThrow()) {
      first.close();
      assertThat(ProgramLock.take(file)).isEmpty();
    }
    ProgramLock.take(file).orElseThrow().close();
  }

  @Test
  void whatCannotBeOpenedIsNotHeld() throws IOException {
    Path file = Files.createDirectory(folder.resolve("lock"));
    assertThatThrownBy(() -> ProgramLock.take(file)).isInstanceOf(IOException.class);
    Files.delete(file);
    ProgramLock.take(file).orElseThrow().close();
  }

  private static boolean otherTakes(Path file) throws Exception {
    Process other = ChildProgram.start(Asker.class, file);
    int answer = other.getInputStream().read();
    other.waitFor();
    return switch (answer) {
      case 'y' -> true;
      case 'n' -> false;
      default -> throw new IllegalStateException("answered " + answer);
    };
  }

  /** A program that says whether it can take a lock. */
  static final class Asker {
    private Asker() {}

    public static void main(String[] arguments) throws IOException {
      Optional<ProgramLock> lock = ProgramLock.take(Path.of(arguments[0]));
      System.out.write(lock.isPresent() ? 'y' : 'n');
      System.out.flush();
    }
  }
}
