package whence.notebook;

import java.util.Locale;
import java.util.Map;
import whence.WhenceException;

/** How much a notebook does, as the environment variable {@value #VARIABLE} says. */
public enum Speed {
  /** Little: for a first look and for tests. What a notebook started by hand takes. */
  QUICK,
  /** All there is, with what the main job made. */
  FULL;

  /** Name of the environment variable. */
  public static final String VARIABLE = "WHENCE_SPEED";

  /**
   * What an environment asks for; nothing, or an empty variable, is {@link #QUICK}.
   *
   * @param environment variables by name
   */
  public static Speed of(Map<String, String> environment) {
    String wanted = environment.getOrDefault(VARIABLE, "").strip();
    return switch (wanted) {
      case "", "quick" -> QUICK;
      case "full" -> FULL;
      default ->
          throw new WhenceException(
              "Cannot tell how much to do",
              VARIABLE + "=" + wanted,
              "quick or full",
              "set it to one of them before the kernel starts, or unset it for quick");
    };
  }

  /** One of two numbers, such as how many clips to look at. */
  public int choose(int quick, int full) {
    return this == QUICK ? quick : full;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
