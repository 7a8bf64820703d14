package whence.notebook;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.experiment.Machine;
import whence.experiment.Revision;

/** What made a notebook's outputs, and how long it took: the last cell of each. */
public final class Colophon {
  private static final double MILLIS = 1000;
  private static final int COMMIT_DIGITS = 10;

  private Colophon() {}

  /**
   * Versions of the library, the languages and what it stands on, the machine, and the time since
   * the kernel started.
   *
   * @param kotlin version of Kotlin
   * @param repository where the library's source lies
   * @param environment variables by name
   */
  public static CellOutput of(String kotlin, Path repository, Map<String, String> environment) {
    int cores = Runtime.getRuntime().availableProcessors();
    Machine machine = Machine.current("", cores);
    String libraries =
        machine.libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", "));
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
    String threads = environment.getOrDefault("OMP_NUM_THREADS", "all");
    return CellOutput.text(
        "whence %s (%s), Kotlin %s, %s, %s%n%s%n".formatted(
                own(), revision(repository), kotlin, machine.jdk(), machine.os(), libraries)
            + String.format(
                Locale.ROOT,
                "%d cores, %s threads, %s mode; %.0f s since the kernel started",
                cores,
                threads,
                Speed.of(environment),
                seconds));
  }

  private static String own() {
    return Optional.ofNullable(Colophon.class.getPackage().getImplementationVersion())
        .orElse("(not packed)");
  }

  private static String revision(Path repository) {
    Revision revision = Revision.of(repository);
    String commit = revision.commit();
    if (revision.tree() == Revision.Tree.UNKNOWN) {
      return commit;
    }
    String changed = revision.tree() == Revision.Tree.DIRTY ? ", changed" : "";
    return "commit " + commit.substring(0, COMMIT_DIGITS) + changed;
  }
}
