package whence.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import whence.AtomicFile;
import whence.WhenceException;
import whence.engine.SafeTensors;
import whence.model.DualEncoder;
import whence.model.EncoderFile;

/**
 * Trained weights, without anything of the optimiser, and what has to be known to use them: one
 * safetensors file, with a JSON file of its provenance beside it. Owns its network: close it.
 *
 * @param card what it is
 * @param encoder the network
 * @param controls [K][C] unit embeddings of training sounds, which a video's own sound is compared
 *     with, see {@link whence.localize.SlidingLocalizer}
 */
public record TrainedModel(ModelCard card, DualEncoder encoder, float[][] controls)
    implements AutoCloseable {

  /** The model that comes with the program, as a resource. */
  public static final String BUNDLED = "/whence/model/demo-model.safetensors";

  private static final String ENDING = ".safetensors";
  private static final String CARD = "card";

  /** Opens the model that comes with the program. */
  public static TrainedModel bundled() {
    try (InputStream in =
        Objects.requireNonNull(TrainedModel.class.getResourceAsStream(BUNDLED), BUNDLED)) {
      Path copy = Files.createTempFile("whence-model", ENDING);
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return read(copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Copying a model to the folder of temporary files", e);
    }
  }

  /**
   * Opens a model.
   *
   * @throws WhenceException if the file is missing, damaged, or no model
   */
  public static TrainedModel read(Path file) {
    String json = SafeTensors.readHeader(file).metadata().get(CARD);
    if (json == null) {
      throw new WhenceException(
          "Cannot use the model " + file,
          "weights that do not say what they are",
          "a file that whence export wrote",
          "a run's checkpoint is none: whence export RUN --to FILE makes a model of it");
    }
    ModelCard card = Json.parse(json, ModelCard.class, "the card of " + file);
    EncoderFile saved = EncoderFile.read(file, card.encoder(), card.cells() * card.cells());
    return new TrainedModel(card, saved.encoder(), saved.sounds());
  }

  /**
   * Writes the model, and beside it, ending in {@code .json}, what it is and where it came from.
   *
   * @param file ending in {@code .safetensors}
   * @param provenance of the run it was trained in
   */
  public void write(Path file, Provenance provenance) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ENDING)) {
      throw new WhenceException(
          "Cannot write the model " + file,
          "another ending",
          "a name that ends in " + ENDING,
          "add it: the provenance lies beside it under the same name, ending in .json");
    }
    new EncoderFile(encoder, controls).write(file, Map.of(CARD, Json.text(card)));
    Map<String, Object> beside = new LinkedHashMap<>();
    beside.put("limits", card.limits());
    beside.put("parameters", encoder.parameters().trainedCount());
    beside.put("card", card);
    beside.put("provenance", Json.parse(provenance.json(), JsonNode.class, "the provenance"));
    String stem = name.substring(0, name.length() - ENDING.length());
    AtomicFile.write(file.resolveSibling(stem + ".json"), Json.text(beside));
  }

  @Override
  public void close() {
    encoder.close();
  }
}
