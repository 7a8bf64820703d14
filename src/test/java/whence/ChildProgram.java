package whence;

import java.io.IOException;
import java.nio.file.Path;

/** Another program of the tests' classes, for what two programs must not do at once. */
public final class ChildProgram {
  private ChildProgram() {}

  /** Starts the {@code main} of a class; what it says on standard error is seen. */
  public static Process start(Class<?> program, Path argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            argument.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
