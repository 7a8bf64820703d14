package whence.experiment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import whence.WhenceException;

/** {@link Provenance} as JSON; instants in ISO 8601. */
final class ProvenanceJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ProvenanceJson() {}

  static String text(Provenance provenance) {
    // A line feed on every platform, so that equal values are equal bytes.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(provenance) + "\n";
    } catch (JsonProcessingException e) {
      throw new WhenceException(
          "Cannot write the provenance of " + provenance.command(),
          String.valueOf(e.getOriginalMessage()),
          "settings of strings, numbers, booleans, maps and lists",
          "turn other values into one of these before passing them",
          e);
    }
  }

  static Provenance read(Path file) {
    try {
      return MAPPER.readValue(Files.readString(file), Provenance.class);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new WhenceException(
          "Cannot read the provenance " + file + line,
          String.valueOf(e.getOriginalMessage()),
          "the whole JSON text that a run or a figure wrote",
          "the file was cut short or edited: make the run or figure again",
          e);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the provenance " + file,
          e.toString(),
          "a file that a run or a figure wrote",
          "check the name of the folder",
          e);
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        InvalidFormatException refusal =
            InvalidFormatException.from(parser, "no ISO 8601 time: " + text, text, Instant.class);
        refusal.initCause(e);
        throw refusal;
      }
    }
  }
}
