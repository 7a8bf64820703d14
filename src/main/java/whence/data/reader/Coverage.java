package whence.data.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whence.AtomicFile;

/**
 * How many of the listed clips there are. About a fifth of the videos behind the field's lists have
 * gone, so scores on them are scores on other clips: this is printed and stored wherever a list is
 * used.
 *
 * @param list where the ids were listed
 * @param unit what is listed there
 * @param listed how many
 * @param used how many of them are there
 * @param missing ids of the others, in the order of the list
 */
public record Coverage(String list, Unit unit, int listed, int used, List<String> missing) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What a list lists. */
  public enum Unit {
    /** Clips: a frame and its sound. */
    CLIPS,
    /** Videos, each of no, one or several clips. */
    VIDEOS
  }

  /** Copies the list and checks the numbers. */
  public Coverage {
    missing = List.copyOf(missing);
    if (used + missing.size() != listed) {
      throw new IllegalArgumentException(
          used + " used and " + missing.size() + " missing of " + listed);
    }
  }

  /**
   * Compares a list with what is there.
   *
   * @param listed each id once
   */
  public static Coverage of(String list, Unit unit, List<String> listed, Set<String> there) {
    List<String> missing = new ArrayList<>(listed);
    missing.removeIf(there::contains);
    return new Coverage(list, unit, listed.size(), listed.size() - missing.size(), missing);
  }

  /** One line, with every id that is missing. */
  public String text() {
    String text = "%d of %d %s listed in %s".formatted(used, listed, label(), list);
    return missing.isEmpty()
        ? text
        : text + "; %d missing: %s".formatted(missing.size(), String.join(", ", missing));
  }

  private String label() {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  /** Writes all of it as JSON. */
  public void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("list", list);
    all.put("unit", label());
    all.put("listed", listed);
    all.put("used", used);
    all.put("missing", missing);
    try {
      AtomicFile.write(file, JSON.writeValueAsString(all) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and numbers can always be written", e);
    }
  }
}
