package whence.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Adds up the seconds of the parts of a piece of work. */
public final class PartTimes {
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Starts with what other work took. */
  public PartTimes(Map<String, Double> before) {
    seconds.putAll(before);
  }

  /** Does a part and adds its time. */
  public <T> T time(String part, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(part, (System.nanoTime() - start) * 1e-9, Double::sum);
    }
  }

  /** Does a part that gives nothing and adds its time. */
  public void time(String part, Runnable work) {
    time(
        part,
        () -> {
          work.run();
          return part;
        });
  }

  /** Seconds by part; a copy. */
  public Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }

  /** One line, such as {@code sound 0.3 s, frames 1.2 s}. */
  public static String text(Map<String, Double> seconds) {
    return seconds.entrySet().stream()
        .map(part -> String.format(Locale.ROOT, "%s %.1f s", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", "));
  }
}
