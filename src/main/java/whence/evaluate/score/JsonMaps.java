package whence.evaluate.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.heatmap.HeatMap;

/**
 * Maps in a JSON file {@code {"maps":[{"id":..,"height":..,"width":..,"values":[..]}]}}, read as a
 * stream: one map is in memory at a time. Fields may come in any order; fields of other names are
 * passed over. {@code NaN} and {@code Infinity}, which JSON does not have and many programs write,
 * are understood, and refused as values of a map.
 */
record JsonMaps(Path file) implements MapSource {

  private static final int LARGEST_SIDE = 4096;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void forEach(Consumer<NamedMap> take) {
    Reading reading = new Reading(take);
    try (JsonParser parser = FACTORY.createParser(file.toFile())) {
      reading.document(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String reason = String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " ");
      throw reading.refusal(reason + " (line " + line + ")", e);
    } catch (IOException e) {
      throw reading.refusal(e.toString(), e);
    }
  }

  private final class Reading {
    private final Consumer<NamedMap> take;
    private int read;
    private boolean found;

    Reading(Consumer<NamedMap> take) {
      this.take = take;
    }

    void document(JsonParser parser) throws IOException {
      require(parser.nextToken() == JsonToken.START_OBJECT, "no object at its start");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean maps = parser.currentName().equals("maps");
        parser.nextToken();
        if (maps) {
          array(parser);
        } else {
          parser.skipChildren();
        }
      }
      require(found, "no array 'maps'");
      require(parser.nextToken() == null, "something after the last brace");
    }

    private void array(JsonParser parser) throws IOException {
      require(!found && parser.currentToken() == JsonToken.START_ARRAY, "no single array 'maps'");
      found = true;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        take.accept(map(parser));
        read++;
      }
      require(parser.currentToken() == JsonToken.END_ARRAY, "something that is no object");
    }

    private NamedMap map(JsonParser parser) throws IOException {
      String id = "";
      int height = 0;
      int width = 0;
      float[] values = {};
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (field) {
          case "id" -> id = token == JsonToken.VALUE_STRING ? parser.getText() : "";
          case "height" -> height = side(parser, field);
          case "width" -> width = side(parser, field);
          case "values" -> values = values(parser);
          default -> parser.skipChildren();
        }
      }
      require(!id.isEmpty(), "no text as 'id'");
      require(values.length > 0 && height > 0 && width > 0, "no height, width or values for " + id);
      require(
          values.length == height * width,
          values.length + " values for a map of " + height + " x " + width + ", clip " + id);
      return NamedMap.checked(id, new HeatMap(height, width, values), file.toString());
    }

    private int side(JsonParser parser, String field) throws IOException {
      int side = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
      require(side >= 1 && side <= LARGEST_SIDE, "'" + parser.getText() + "' as " + field);
      return side;
    }

    private float[] values(JsonParser parser) throws IOException {
      require(parser.currentToken() == JsonToken.START_ARRAY, "no array of numbers as 'values'");
      float[] values = new float[256];
      int n = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(
            parser.currentToken().isNumeric(),
            "'" + parser.getText() + "' among the values; numbers row by row are wanted");
        if (n == values.length) {
          values = Arrays.copyOf(values, 2 * n);
        }
        values[n++] = (float) parser.getDoubleValue();
      }
      return Arrays.copyOf(values, n);
    }

    private void require(boolean holds, String got) {
      if (!holds) {
        throw refusal(got, null);
      }
    }

    WhenceException refusal(String got, @Nullable Throwable cause) {
      String what = "Cannot read heat maps from " + file;
      String where = got + ", after " + read + " whole maps";
      String expected =
          "{\"maps\":[{\"id\":..,\"height\":..,\"width\":..,\"values\":[height x width numbers]}]},"
              + " sides of 1 to "
              + LARGEST_SIDE;
      String cure = "write the file again, whole; values stand in one flat array, row by row";
      return cause == null
          ? new WhenceException(what, where, expected, cure)
          : new WhenceException(what, where, expected, cure, cause);
    }
  }
}
