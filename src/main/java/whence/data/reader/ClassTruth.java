package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.WhenceException;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;

/**
 * What sounds in one clip and where, class by class.
 *
 * @param id of the clip
 * @param sounding truth [224, 224] of every class that is heard, at least one
 * @param silent classes that are seen and not heard
 */
public record ClassTruth(String id, Map<String, GradedTruth> sounding, Set<String> silent) {
  private static final int SIDE = 224;
  private static final int TILES = 4;
  private static final String FORM =
      "[{\"id\":..,\"tiles\":[{\"solo\":..,\"soundClass\":..,\"role\":\"SOUNDING\"}, ..]}] with four tiles,"
          + " as whence mosaics writes mosaics.json";

  /** Copies both. */
  public ClassTruth {
    sounding = Map.copyOf(sounding);
    silent = Set.copyOf(silent);
  }

  /**
   * Reads the {@code mosaics.json} of a folder of mosaics. A tile is the truth of its class as a
   * whole; a class in two tiles that sound has both; one that sounds in some tile is not silent.
   *
   * @throws WhenceException if it cannot be read, is cut short, is of another form, or a clip comes
   *     twice
   */
  public static List<ClassTruth> mosaics(Path file) {
    JsonRows rows = new JsonRows(file, FORM);
    Map<String, ClassTruth> all = new LinkedHashMap<>();
    rows.forEach(
        row -> {
          String id = ClipIds.require(rows.text(row, "id"), file.toString());
          if (all.put(id, mosaic(id, row.path("tiles"), rows)) != null) {
            throw rows.refusal("the clip " + id + " twice", null);
          }
        });
    return List.copyOf(all.values());
  }

  private static ClassTruth mosaic(String id, JsonNode tiles, JsonRows rows) {
    if (tiles.size() != TILES) {
      throw rows.refusal(tiles.size() + " tiles in " + id, null);
    }
    Map<String, float[]> sounding = new LinkedHashMap<>();
    Set<String> silent = new TreeSet<>();
    for (int k = 0; k < TILES; k++) {
      String name = rows.text(tiles.get(k), "soundClass");
      switch (rows.text(tiles.get(k), "role")) {
        case "SOUNDING" ->
            fill(sounding.computeIfAbsent(name, key -> new float[SIDE * SIDE]), k / 2, k % 2);
        case "SILENT" -> silent.add(name);
        default ->
            throw rows.refusal("a tile of " + id + " that neither sounds nor is silent", null);
      }
    }
    if (sounding.isEmpty()) {
      throw rows.refusal("no tile of " + id + " that sounds", null);
    }
    silent.removeAll(sounding.keySet());
    Map<String, GradedTruth> truths = new LinkedHashMap<>();
    sounding.forEach(
        (name, values) -> truths.put(name, GradedTruth.of(new HeatMap(SIDE, SIDE, values))));
    return new ClassTruth(id, truths, silent);
  }

  private static void fill(float[] values, int row, int column) {
    int half = SIDE / 2;
    for (int y = row * half; y < (row + 1) * half; y++) {
      Arrays.fill(values, y * SIDE + column * half, y * SIDE + (column + 1) * half, 1);
    }
  }

  /** Every class that needs a map: those that sound and those that are silent. */
  public List<String> classes() {
    List<String> classes = new ArrayList<>(new TreeSet<>(sounding.keySet()));
    classes.addAll(new TreeSet<>(silent));
    return classes;
  }
}
