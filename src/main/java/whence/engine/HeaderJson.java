package whence.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * The JSON text of a safetensors header. Read with the JSON reader that is inside ND4J, so that
 * this package needs no other library; names given twice are refused.
 */
final class HeaderJson {
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private HeaderJson() {}

  static String write(SortedMap<String, TensorEntry> entries, SortedMap<String, String> metadata) {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode texts = root.putObject(METADATA);
      metadata.forEach(texts::put);
    }
    entries.forEach(
        (name, entry) -> {
          ObjectNode tensor = root.putObject(name);
          tensor.put("dtype", entry.type().name());
          ArrayNode shape = tensor.putArray("shape");
          entry.shape().forEach(shape::add);
          tensor.putArray("data_offsets").add(entry.begin()).add(entry.end());
        });
    return root.toString();
  }

  static SafeTensorsHeader parse(String text, long dataStart, Path file)
      throws JsonProcessingException {
    JsonNode root = JSON.readTree(text);
    if (!root.isObject()) {
      throw BadWeights.file(file, "a header that is no JSON object", "a JSON object");
    }
    SortedMap<String, TensorEntry> entries = new TreeMap<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    root.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals(METADATA)) {
                entries.put(field.getKey(), entry(field.getKey(), field.getValue(), file));
              }
            });
    root.path(METADATA)
        .fields()
        .forEachRemaining(pair -> metadata.put(pair.getKey(), pair.getValue().asText()));
    return new SafeTensorsHeader(entries, metadata, dataStart);
  }

  private static TensorEntry entry(String name, JsonNode tensor, Path file) {
    List<Long> shape = wholeNumbers(name, tensor.path("shape"), file);
    List<Long> offsets = wholeNumbers(name, tensor.path("data_offsets"), file);
    if (offsets.size() != 2) {
      throw BadWeights.tensor(file, name, offsets.size() + " data offsets", "2");
    }
    String type = tensor.path("dtype").asText();
    return new TensorEntry(type(name, type, file), shape, offsets.get(0), offsets.get(1));
  }

  private static ElementType type(String name, String type, Path file) {
    for (ElementType candidate : ElementType.values()) {
      if (candidate.name().equals(type)) {
        return candidate;
      }
    }
    throw BadWeights.tensor(file, name, "dtype \"" + type + "\"", "F16, F32, F64 or I64");
  }

  private static List<Long> wholeNumbers(String name, JsonNode array, Path file) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      if (!number.canConvertToExactIntegral()
          || !number.canConvertToLong()
          || number.asLong() < 0) {
        throw BadWeights.tensor(file, name, number.toString(), "whole numbers, 0 or more");
      }
      numbers.add(number.asLong());
    }
    if (!array.isArray()) {
      throw BadWeights.tensor(file, name, "no shape or data_offsets", "a list of whole numbers");
    }
    return numbers;
  }
}
