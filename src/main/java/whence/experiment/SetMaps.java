package whence.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.reader.ClipSet;
import whence.engine.Weights;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;
import whence.localize.Glimpse;
import whence.media.Picture;
import whence.model.Embedder;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMel;

/**
 * Heat maps of a model for the clips of a data set, as JSON that any evaluation can read: {@code
 * {"maps": [{"id", "height", "width", "values"}]}}, cosines row by row. Where probabilities are
 * asked for, take {@link whence.evaluate.score.CosineMaps}.
 *
 * <p>The trunk's cells do not divide the frame evenly, which evaluations take for granted, so maps
 * are given on {@value #SIDE} x {@value #SIDE} cells that do: enlarged by the trunk's geometry and
 * sampled at their centres. Maps are written as they are made; none is kept in memory.
 */
public final class SetMaps {
  /** Cells along a side of what is written. */
  public static final int SIDE = 28;

  private static final int BATCH = 8;
  private static final double PRECISION = 1e5;

  private final ClipSet set;
  private final TrainedModel model;
  private final LogMel logMel;
  private final ParallelWork.Listener listener;

  private SetMaps(ClipSet set, TrainedModel model, ParallelWork.Listener listener) {
    this.set = set;
    this.model = model;
    this.logMel = new LogMel(model.card().sound());
    this.listener = listener;
  }

  /**
   * Writes the maps of all clips of a set, whole or not at all, and beside them, ending in {@code
   * .coverage.json}, which of the listed clips they are.
   *
   * @param set whose clips are read as the model was trained
   * @param model draws the maps; not closed
   * @param sources where the trunk's weights are
   * @param downloads hears of downloads
   * @param listener hears how many clips are done
   * @throws WhenceException if a clip cannot be read, or the file not be written
   */
  public static void write(
      ClipSet set,
      TrainedModel model,
      Sources sources,
      ExperimentListener downloads,
      ParallelWork.Listener listener,
      Path to) {
    SetMaps work = new SetMaps(set, model, listener);
    try (Weights weights = sources.weights(Downloads.toldTo(downloads));
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      model.card().requireTrunk(trunk);
      Embedder embedder = new Embedder(trunk, model.encoder());
      AtomicFile.replace(
          to,
          out -> {
            // Not closed: the file is the other's to close.
            JsonGenerator json = new JsonFactory().createGenerator(out);
            work.generate(json, embedder);
            json.flush();
          });
    }
    set.coverage().write(to.resolveSibling(to.getFileName() + ".coverage.json"));
  }

  private void generate(JsonGenerator json, Embedder embedder) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("maps");
    List<String> ids = set.ids();
    for (int first = 0; first < set.size(); first += BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        throw new WhenceException(
            "Drawing maps was interrupted",
            first + " of " + set.size() + " clips",
            "all of them",
            "call it again",
            new InterruptedException());
      }
      int end = Math.min(set.size(), first + BATCH);
      List<HeatMap> maps = maps(first, end, embedder);
      for (int k = first; k < end; k++) {
        entry(json, ids.get(k), maps.get(k - first));
      }
      listener.done(end, set.size());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private List<HeatMap> maps(int first, int end, Embedder embedder) {
    List<Picture> frames = new ArrayList<>();
    List<float[]> sounds = new ArrayList<>();
    for (int k = first; k < end; k++) {
      frames.add(set.frame(k));
      sounds.add(logMel.transform(set.sound(k).samples()).values());
    }
    List<float[]> seen = embedder.look(frames);
    List<float[]> heard = embedder.listen(sounds, logMel.settings().bands().count());
    List<HeatMap> maps = new ArrayList<>();
    int cells = model.card().cells();
    for (int i = 0; i < seen.size(); i++) {
      HeatMap own = Glimpse.map(seen.get(i), heard.get(i), cells, cells);
      int side = LocalizedVideo.SIDE;
      HeatMap frame = Resize.bilinear(own, model.card().geometry(), side, side);
      maps.add(Resize.BILINEAR.to(frame, SIDE, SIDE));
    }
    return maps;
  }

  private static void entry(JsonGenerator json, String id, HeatMap map) throws IOException {
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
  }
}
