package whence.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import whence.WhenceException;
import whence.data.LaterFields;
import whence.data.scene.SceneSettings;
import whence.loss.PeerObjective;

/** Settings records as JSON and back. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** What {@code training} got after runs had been written. */
  private static final LaterFields TRAINING =
      new LaterFields(
          Map.of("firstObjective", new TextNode(PeerObjective.MAX_POOLED_INFO_NCE.name())));

  private Json() {}

  /** As it stands in files and hashes: later fields only where they have another value. */
  static String text(Object value) {
    JsonNode tree = tree(value);
    if (value instanceof ExperimentSettings) {
      TRAINING.removeFrom(tree.path("training"));
      SceneSettings.laterFields().removeFrom(tree.path("scenes"));
    } else if (value instanceof SceneSettings) {
      SceneSettings.laterFields().removeFrom(tree);
    }
    try {
      return MAPPER.writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings can always be written", e);
    }
  }

  /** Every field. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return MAPPER.convertValue(value, Map.class);
  }

  static <T> T read(Path file, Class<T> type) {
    try {
      return parse(Files.readString(file), type, file.toString());
    } catch (IOException e) {
      throw refusal(file.toString(), e.toString(), e);
    }
  }

  /**
   * Reads a value from text.
   *
   * @param name where the text comes from, for the message
   */
  static <T> T parse(String text, Class<T> type, String name) {
    try {
      JsonNode tree = LaterFields.object(MAPPER, text);
      if (type == ExperimentSettings.class) {
        TRAINING.addTo(tree.path("training"));
        SceneSettings.laterFields().addTo(tree.path("scenes"));
      }
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw refusal(name, String.valueOf(e.getOriginalMessage()), e);
    }
  }

  private static WhenceException refusal(String name, String got, Exception cause) {
    return new WhenceException(
        "Cannot read " + name,
        got,
        "the settings that a run wrote",
        "check the name of the run folder; environment/run makes one, and a damaged one anew",
        cause);
  }
}
