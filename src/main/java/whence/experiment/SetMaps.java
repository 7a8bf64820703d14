package whence.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.data.ParallelWork;
import whence.evaluate.LocalizerMaps;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;
import whence.localize.Localizer;

/**
 * Heat maps for the clips of a data set, as JSON that any evaluation can read: {@code {"maps":
 * [{"id", "height", "width", "values"}]}}, row by row. A model's are cosines; where probabilities
 * are asked for, take {@link whence.evaluate.score.CosineMaps}.
 *
 * <p>The trunk's cells do not divide the frame evenly, which evaluations take for granted, so maps
 * are given on {@value #SIDE} x {@value #SIDE} cells that do: enlarged by the trunk's geometry and
 * sampled at their centres. Maps are written as they are made; none is kept in memory.
 */
public final class SetMaps {
  /** Cells along a side of what is written. */
  public static final int SIDE = 28;

  /** Rises when the same model would draw other maps of the same clips. */
  static final String VERSION = "1";

  private static final double PRECISION = 1e5;

  private SetMaps() {}

  /**
   * Writes the maps of all clips of a set, whole or not at all, and beside them, ending in {@code
   * .coverage.json}, which of the listed clips they are.
   *
   * @param set the clips
   * @param model draws the maps; not closed
   * @param localizer what of it draws them
   * @param listener hears how many clips are done
   * @throws WhenceException if a sound cannot be read, the file not be written, the set was opened
   *     for another model, or the thread is interrupted
   */
  public static void write(
      PreparedSet set,
      TrainedModel model,
      SetLocalizer localizer,
      ParallelWork.Listener listener,
      Path to) {
    set.requireFits(model.card());
    ClipBank bank = localizer.bank(set);
    AtomicFile.replace(
        to,
        out -> {
          try {
            // Not closed: the file is the other's to close.
            generate(new JsonFactory().createGenerator(out), bank, localizer.of(model), listener);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
    set.clips().coverage().write(to.resolveSibling(to.getFileName() + ".coverage.json"));
  }

  private static void generate(
      JsonGenerator json, ClipBank bank, Localizer localizer, ParallelWork.Listener listener)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("maps");
    List<String> ids = bank.ids();
    LocalizerMaps.forEach(
        localizer,
        bank,
        (map, clip) -> {
          entry(json, ids.get(clip), Resize.BILINEAR.to(map, SIDE, SIDE));
          listener.done(clip + 1, ids.size());
        });
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private static void entry(JsonGenerator json, String id, HeatMap map) {
    try {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeNumberField("height", map.height());
      json.writeNumberField("width", map.width());
      json.writeArrayFieldStart("values");
      for (float value : map.values()) {
        json.writeNumber(Math.rint(value * PRECISION) / PRECISION);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
