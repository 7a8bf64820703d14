package whence.notebook;

import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.engine.BackendReport;
import whence.experiment.Revision;

/**
 * What a notebook was run with and how long it took: the last cell of each.
 *
 * @param library version of this library, or "(not packed)" where it is run from classes
 * @param revision the source it lies in, as it is now
 * @param language of the cells, with its version
 * @param java version of the running Java, and the system it runs on
 * @param engine what computes, with threads and cores, in one line
 * @param running time since the kernel started, not negative
 * @param asked when
 */
public record Versions(
    String library,
    Revision revision,
    String language,
    String java,
    String engine,
    Duration running,
    Instant asked) {
  private static final int COMMIT_DIGITS = 10;

  /**
   * Of the running kernel. Loads the backend where nothing has done so yet.
   *
   * @param language of the cells, with its version
   * @throws whence.WhenceException if the CUDA build was chosen and the GPU is missing or
   *     unsupported
   */
  public static Versions now(String language) {
    return new Versions(
        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
            .orElse("(not packed)"),
        Revision.of(folder()),
        language,
        Runtime.version() + ", " + system(),
        BackendReport.read().text(),
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        Instant.now());
  }

  /** Four lines. */
  public String toText() {
    return String.join(
        "\n",
        "whence " + library + ", " + source(),
        language + " on Java " + java,
        engine,
        running.toSeconds()
            + " s since the kernel started, "
            + asked.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String system() {
    return Stream.of("os.name", "os.version", "os.arch")
        .map(System::getProperty)
        .collect(Collectors.joining(" "));
  }

  /** The folder of the jar, or of the classes: it lies in the checkout that it was built from. */
  private static Path folder() {
    try {
      URL place = Versions.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(place.toURI()).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the library lies at no place that has a name", e);
    }
  }

  private String source() {
    return switch (revision.tree()) {
      case UNKNOWN -> revision.commit();
      case CLEAN -> "commit " + shortCommit();
      case DIRTY -> "commit " + shortCommit() + " with changes";
    };
  }

  private String shortCommit() {
    return revision.commit().substring(0, Math.min(COMMIT_DIGITS, revision.commit().length()));
  }
}
