package whence.data.prepare;

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
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.reader.PreparedFolder;

/** The settings a folder is prepared with: one folder, one way of cutting. */
record Claim(JsonNode settings) {
  private static final String FORMAT = "whence-prepared-1";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Claim of(PrepareSettings settings) {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", FORMAT);
    all.set("settings", JSON.valueToTree(settings));
    // As it is read back: numbers of one kind.
    try {
      return new Claim(JSON.readTree(JSON.writeValueAsString(all)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings can always be written", e);
    }
  }

  /**
   * Refuses a folder of other settings.
   *
   * @throws WhenceException naming what differs
   */
  void check(PreparedFolder folder) {
    if (!Files.exists(folder.settings())) {
      return;
    }
    JsonNode there;
    try {
      there = JSON.readTree(Files.readAllBytes(folder.settings()));
    } catch (IOException e) {
      throw refusal(folder, "a damaged " + folder.settings().getFileName(), e);
    }
    List<String> differences = new ArrayList<>();
    compare("", there, settings, differences);
    if (!differences.isEmpty()) {
      throw refusal(folder, "clips of other settings: " + String.join("; ", differences), null);
    }
  }

  private static WhenceException refusal(
      PreparedFolder folder, String got, @org.jspecify.annotations.Nullable Exception cause) {
    String what = "Cannot prepare clips into " + folder.path();
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
      differences.add(at + " was " + old + ", now " + now);
    }
  }

  void write(PreparedFolder folder) {
    if (!Files.exists(folder.settings())) {
      AtomicFile.write(folder.settings(), settings.toPrettyString() + "\n");
    }
  }
}
