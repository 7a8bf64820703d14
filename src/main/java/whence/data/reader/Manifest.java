package whence.data.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * What a prepared folder holds and where each clip came from: {@code manifest.jsonl}, UTF-8, one
 * JSON object a line, one line a clip.
 *
 * <p>While a folder is being prepared lines are added as clips are done; in the end they are sorted
 * by id. A last line that is cut off, which a killed program leaves, is passed over. Where an id
 * stands twice the later line counts.
 */
public final class Manifest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private Manifest() {}

  /**
   * Reads a manifest.
   *
   * @return rows by id, in order; none if there is no such file
   * @throws WhenceException if a line is not one of a manifest
   */
  public static Map<String, ManifestRow> read(Path file) {
    if (!Files.exists(file)) {
      return Collections.emptyMap();
    }
    Map<String, ManifestRow> rows = new TreeMap<>();
    int number = 0;
    for (String line : wholeLines(file)) {
      number++;
      ManifestRow row = row(file, number, line);
      rows.put(row.id(), row);
    }
    return rows;
  }

  /** What follows the last line feed is empty, or was cut off, be it inside of a character. */
  private static List<String> wholeLines(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length;
      while (length > 0 && bytes[length - 1] != '\n') {
        length--;
      }
      ByteBuffer whole = ByteBuffer.wrap(bytes, 0, length);
      return StandardCharsets.UTF_8.newDecoder().decode(whole).toString().lines().toList();
    } catch (IOException e) {
      throw refusal(file, 0, e.toString(), e);
    }
  }

  private static ManifestRow row(Path file, int number, String line) {
    try {
      return JSON.readValue(line, ManifestRow.class);
    } catch (JsonProcessingException e) {
      throw refusal(file, number, String.valueOf(e.getOriginalMessage()), e);
    }
  }

  private static WhenceException refusal(Path file, int line, String got, Exception cause) {
    return new WhenceException(
        "Cannot read the manifest " + file + (line > 0 ? ", line " + line : ""),
        got.replaceAll("\\s+", " "),
        "one JSON object a line, as the prepare command writes them",
        "delete the file and prepare the folder again; that takes the time of preparing it",
        cause);
  }

  /** Some rows as the lines of a manifest, each with its line feed. */
  public static String lines(Collection<ManifestRow> rows) {
    StringBuilder text = new StringBuilder();
    for (ManifestRow row : rows) {
      try {
        text.append(JSON.writeValueAsString(row)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a row can always be written", e);
      }
    }
    return text.toString();
  }

  /** Replaces a manifest as a whole, sorted by id. */
  public static void write(Path file, Map<String, ManifestRow> rows) {
    String text = lines(new TreeMap<>(rows).values());
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
