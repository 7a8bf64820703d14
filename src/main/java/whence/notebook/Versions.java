package whence.notebook;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import whence.engine.BackendReport;

/**
 * What a notebook was run with and how long it took: the last cell of each.
 *
 * @param library version of this library, or "(not packed)" where it is run from classes
 * @param engine what computes, in one line
 * @param java version of the running Java, and the system it runs on
 * @param running time since the kernel started, not negative
 * @param asked when
 */
public record Versions(
    String library, String engine, String java, Duration running, Instant asked) {

  /**
   * Of the running kernel. Loads the backend where nothing has done so yet.
   *
   * @throws whence.WhenceException if the CUDA build was chosen and the GPU is missing or
   *     unsupported
   */
  public static Versions now() {
    return new Versions(
        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
            .orElse("(not packed)"),
        BackendReport.read().text(),
        Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"),
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        Instant.now());
  }

  /** Four lines. */
  public String toText() {
    return "whence "
        + library
        + "\n"
        + engine
        + "\nJava "
        + java
        + "\n"
        + running.toSeconds()
        + " s since the kernel started, "
        + asked.truncatedTo(ChronoUnit.SECONDS);
  }
}
