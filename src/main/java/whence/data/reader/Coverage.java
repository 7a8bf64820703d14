package whence.data.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.AtomicFile;

/**
 * How many of the listed clips there are. About a fifth of the videos behind the field's lists have
 * gone, so scores on them are scores on other clips: this is printed and stored wherever a list is
 * used.
 *
 * @param list where the ids were listed
 * @param listed how many
 * @param used how many of them are there
 * @param missing ids of the others, in the order of the list
 */
public record Coverage(String list, int listed, int used, List<String> missing) {
  private static final int SHOWN = 5;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Copies the list and checks the numbers. */
  public Coverage {
    missing = List.copyOf(missing);
    if (used + missing.size() != listed) {
      throw new IllegalArgumentException(
          used + " used and " + missing.size() + " missing of " + listed);
    }
  }

  /** Compares a list with what is there. */
  public static Coverage of(String list, List<String> listed, Set<String> there) {
    List<String> missing = new ArrayList<>(listed);
    missing.removeIf(there::contains);
    return new Coverage(list, listed.size(), listed.size() - missing.size(), missing);
  }

  /** One line, with the first ids that are missing. */
  public String text() {
    return text(SHOWN);
  }

  /** One line, with every id that is missing: where they are stored nowhere else. */
  public String fullText() {
    return text(missing.size());
  }

  private String text(int shown) {
    String first = String.join(", ", missing.subList(0, Math.min(shown, missing.size())));
    String more = missing.size() > shown ? ", ..." : "";
    return "%d of %d clips listed in %s%s"
        .formatted(
            used,
            listed,
            list,
            missing.isEmpty() ? "" : "; %d missing: %s%s".formatted(missing.size(), first, more));
  }

  /** Writes all of it as JSON. */
  public void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("list", list);
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
