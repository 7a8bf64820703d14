package whence.data.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/** A JSON file that is one array of objects, or one object of named ones, read one by one. */
final class JsonRows {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final String expected;
  private int row;

  /**
   * Prepares to read.
   *
   * @param file to read
   * @param form of each object, for messages
   */
  JsonRows(Path file, String form) {
    this(file, "an array of ", form);
  }

  private JsonRows(Path file, String all, String form) {
    this.file = file;
    this.expected = all + form;
  }

  /**
   * Prepares to read a file whose objects have names.
   *
   * @param file to read
   * @param form of each name and object, for messages
   */
  static JsonRows named(Path file, String form) {
    return new JsonRows(file, "an object of ", form);
  }

  /**
   * Reads all rows.
   *
   * @throws WhenceException if the file cannot be read, is cut short, or is no such array
   */
  void forEach(Consumer<JsonNode> take) {
    read(
        parser -> {
          require(parser.nextToken() == JsonToken.START_ARRAY, "no array at its start");
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            take.accept(MAPPER.readTree(parser));
            row++;
          }
          require(parser.currentToken() == JsonToken.END_ARRAY, "no object as entry " + row);
        });
  }

  /**
   * Reads all objects with their names.
   *
   * @throws WhenceException if the file cannot be read, is cut short, or is no such object
   */
  void forEachNamed(BiConsumer<String, JsonNode> take) {
    read(
        parser -> {
          require(parser.nextToken() == JsonToken.START_OBJECT, "no object at its start");
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            require(parser.nextToken() == JsonToken.START_OBJECT, "no object under " + name);
            take.accept(name, MAPPER.readTree(parser));
            row++;
          }
        });
  }

  private interface Reading {
    void of(JsonParser parser) throws IOException;
  }

  private void require(boolean asExpected, String got) {
    if (!asExpected) {
      throw refusal(got, null);
    }
  }

  private void read(Reading reading) {
    try (JsonParser parser = MAPPER.createParser(file.toFile())) {
      reading.of(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw refusal(e.getOriginalMessage().replaceAll("\\s+", " ") + " (line " + line + ")", e);
    } catch (IOException e) {
      throw refusal(e.toString(), e);
    }
  }

  /** A text field of a row. */
  String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw refusal("no text under '" + field + "' in entry " + row, null);
    }
    return value.asText();
  }

  /** Four numbers. */
  double[] four(JsonNode node, String what) {
    double[] numbers = new double[node.size()];
    boolean all = node.isArray();
    for (int i = 0; i < numbers.length; i++) {
      all &= node.path(i).isNumber();
      numbers[i] = node.path(i).asDouble();
    }
    if (!all || numbers.length != 4) {
      throw refusal(what + " " + shortened(node) + " in entry " + row, null);
    }
    return numbers;
  }

  /** An entry that is not as it should be. */
  WhenceException refusal(String got, @Nullable Throwable cause) {
    String what = "Cannot read the annotations " + file;
    String cure = "fetch the file again: it is cut short, or of another format than was named";
    return cause == null
        ? new WhenceException(what, got, expected, cure)
        : new WhenceException(what, got, expected, cure, cause);
  }

  private static String shortened(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
