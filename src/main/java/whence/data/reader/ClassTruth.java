package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.WhenceException;
import whence.heatmap.GradedTruth;

/**
 * What sounds in one clip and where, class by class. Regions are kept, truths are drawn as they are
 * asked for, so that memory does not grow by some maps with every clip.
 *
 * @param id of the clip
 * @param sounding region of every class that is heard, at least one
 * @param silent classes that are seen and not heard
 */
public record ClassTruth(String id, Map<String, Region> sounding, Set<String> silent) {
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
    Map<String, List<Box>> sounding = new LinkedHashMap<>();
    Set<String> silent = new TreeSet<>();
    for (int k = 0; k < TILES; k++) {
      String name = rows.text(tiles.get(k), "soundClass");
      switch (rows.text(tiles.get(k), "role")) {
        case "SOUNDING" ->
            sounding.computeIfAbsent(name, key -> new ArrayList<>()).add(tile(k / 2, k % 2));
        case "SILENT" -> silent.add(name);
        default ->
            throw rows.refusal("a tile of " + id + " that neither sounds nor is silent", null);
      }
    }
    if (sounding.isEmpty()) {
      throw rows.refusal("no tile of " + id + " that sounds", null);
    }
    silent.removeAll(sounding.keySet());
    return of(id, sounding, silent);
  }

  private static Box tile(int row, int column) {
    int half = ClipTruth.SIZE / 2;
    return new Box(column * half, row * half, (column + 1) * half, (row + 1) * half);
  }

  /** A clip of which the boxes of a class are joined. */
  static ClassTruth of(String id, Map<String, List<Box>> sounding, Set<String> silent) {
    Map<String, Region> regions = new LinkedHashMap<>();
    sounding.forEach((name, boxes) -> regions.put(name, new BoxRegion(boxes, Consensus.ONE_BOX)));
    return new ClassTruth(id, regions, silent);
  }

  /**
   * Draws the truth of a class that sounds.
   *
   * @return [224, 224], cut off at the frame; it may be empty
   * @throws WhenceException if the class does not sound
   */
  public GradedTruth truth(String name) {
    Region region = sounding.get(name);
    if (region == null) {
      throw new WhenceException(
          "Cannot draw where " + name + " sounds in " + id,
          "a class that does not sound there",
          "one of " + new TreeSet<>(sounding.keySet()),
          "ask of the classes that sound only");
    }
    return GradedTruth.of(region.consensus(BoxRule.CLIPPED));
  }

  /** Every class that needs a map: those that sound and those that are silent. */
  public List<String> classes() {
    List<String> classes = new ArrayList<>(new TreeSet<>(sounding.keySet()));
    classes.addAll(new TreeSet<>(silent));
    return classes;
  }
}
