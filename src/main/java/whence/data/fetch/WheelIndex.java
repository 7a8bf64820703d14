package whence.data.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * Asks pip where a Python wheel is, by a dry run of its installation; so pip's own settings for
 * indexes, mirrors and local folders hold. Nothing is installed. Needs pip 22.2 or newer.
 */
final class WheelIndex {
  private static final String CURE =
      "check the network and that this Python has pip 22.2 or newer (WHENCE_PYTHON names another);"
          + " or put the wheel into the folder named by --media DIR";

  private final FetchTools tools;

  WheelIndex(FetchTools tools) {
    this.tools = tools;
  }

  /**
   * Finds a wheel.
   *
   * @throws WhenceException if pip cannot be run, does not know it, or answers something else
   */
  Located locate(PinnedPackage wanted) {
    List<String> line =
        List.of(
            tools.python(),
            "-m",
            "pip",
            "install",
            "--dry-run",
            "--ignore-installed",
            "--no-deps",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
            "--only-binary",
            ":all:",
            "--report",
            "-",
            wanted.name() + "==" + wanted.version());
    String report = new Command(line, tools.timeout(), CURE).run();
    try {
      String url =
          new ObjectMapper().readTree(report).at("/install/0/download_info/url").asText("");
      if (!url.isEmpty()) {
        return new Located(URI.create(url), wanted.fileName(), wanted.pin());
      }
      throw notUnderstood(wanted, report, null);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw notUnderstood(wanted, report, e);
    }
  }

  private static WhenceException notUnderstood(
      PinnedPackage wanted, String report, @Nullable Exception cause) {
    WhenceException refusal =
        new WhenceException(
            "Cannot find the wheel " + wanted.fileName(),
            "pip's report has no address: " + report.substring(0, Math.min(200, report.length())),
            "a JSON report with install/0/download_info/url",
            CURE);
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
