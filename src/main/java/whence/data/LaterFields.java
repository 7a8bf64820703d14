package whence.data;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Fields that a record got after JSON files of it had been written, each with the value that says
 * what was done before there was a choice.
 *
 * <p>A field is left out of the JSON at that value and put in again when it is read. So files and
 * hashes of what has not changed stay what they were, and an older file means what it meant; every
 * other field that is missing is still an error.
 *
 * @param before value of each field, by its name
 */
public record LaterFields(Map<String, JsonNode> before) {

  /** Copies the map. */
  public LaterFields {
    before = Map.copyOf(before);
  }

  /**
   * Parses what must be an object.
   *
   * @throws JsonProcessingException if the text is no JSON, empty, or anything but an object
   */
  public static JsonNode object(ObjectMapper mapper, String text) throws JsonProcessingException {
    JsonNode tree = mapper.readTree(text);
    if (!tree.isObject()) {
      throw new JsonParseException(null, text.isBlank() ? "nothing" : "no JSON object");
    }
    return tree;
  }

  /** Takes the fields that have their value of before out of an object; anything else stays. */
  public void removeFrom(JsonNode object) {
    if (object instanceof ObjectNode fields) {
      before.forEach(
          (name, value) -> {
            if (value.equals(fields.get(name))) {
              fields.remove(name);
            }
          });
    }
  }

  /** Puts the fields that an object lacks into it; anything but an object stays. */
  public void addTo(JsonNode object) {
    if (object instanceof ObjectNode fields) {
      before.forEach(fields::putIfAbsent);
    }
  }
}
