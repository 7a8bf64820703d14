package whence.data.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.AtomicFile;
import whence.WhenceException;

/**
 * The settings a folder is filled with: one folder, one way of filling it. Written before the first
 * clip, so that a call that was stopped is followed by no other.
 *
 * @param folder receives the clips, and the settings as {@code prepared.json}
 * @param work for messages, such as {@code prepare clips}
 * @param made kind of the folder and settings
 */
public record Claim(PreparedFolder folder, String work, JsonNode made) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A claim that is not written yet.
   *
   * @param format names the kind of folder
   * @param settings a record
   */
  public static Claim of(PreparedFolder folder, String work, String format, Object settings) {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", format);
    all.set("settings", JSON.valueToTree(settings));
    // As it is read back: numbers of one kind.
    try {
      return new Claim(folder, work, JSON.readTree(JSON.writeValueAsString(all)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings can always be written", e);
    }
  }

  /** Whether the folder has been claimed, with whatever settings. */
  boolean isThere() {
    return Files.exists(folder.settings());
  }

  /**
   * Refuses a folder of other settings.
   *
   * @throws WhenceException naming what differs
   */
  public void check() {
    if (!isThere()) {
      return;
    }
    JsonNode there;
    try {
      there = JSON.readTree(Files.readAllBytes(folder.settings()));
    } catch (IOException e) {
      throw refusal("a damaged " + folder.settings().getFileName(), e);
    }
    List<String> differences = new ArrayList<>();
    compare("", there, made, differences);
    if (!differences.isEmpty()) {
      throw refusal("clips of other settings: " + String.join("; ", differences), null);
    }
  }

  /** What is thrown at a folder that holds something else. */
  WhenceException refusal(String got, @Nullable Exception cause) {
    String what = "Cannot " + work + " into " + folder.path();
    String expected = "an empty folder, or one of the same settings";
    String cure = "choose another folder, or repeat its settings; nothing in it was changed";
    return cause == null
        ? new WhenceException(what, got, expected, cure)
        : new WhenceException(what, got, expected, cure, cause);
  }

  private static void compare(String at, JsonNode old, JsonNode now, List<String> differences) {
    if (now.isObject()) {
      for (Map.Entry<String, JsonNode> field : now.properties()) {
        String name = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
        compare(name, old.path(field.getKey()), field.getValue(), differences);
      }
    } else if (!now.equals(old)) {
      String before = old.isMissingNode() ? "not there" : old.toString();
      differences.add(at + " was " + before + ", now " + now);
    }
  }

  /** Claims the folder; a folder that is claimed stays so. */
  public void write() {
    if (!isThere()) {
      AtomicFile.write(folder.settings(), made.toPrettyString() + "\n");
    }
  }
}
