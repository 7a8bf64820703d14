package whence.evaluate.score;

import whence.WhenceException;
import whence.data.reader.ClipIds;
import whence.heatmap.HeatMap;

/**
 * A heat map with the id of its clip.
 *
 * @param id the clip's id
 * @param map of any size, finite
 */
public record NamedMap(String id, HeatMap map) {

  /**
   * Checks id and values.
   *
   * @param id the clip's id
   * @param map of any size
   * @param source the file it comes from, for messages
   * @throws WhenceException if the id is none, or a value is NaN or infinite
   */
  static NamedMap checked(String id, HeatMap map, String source) {
    ClipIds.require(id, source);
    for (int i = 0; i < map.values().length; i++) {
      if (!Float.isFinite(map.values()[i])) {
        throw new WhenceException(
            "Cannot score the map of clip " + id + " in " + source,
            map.values()[i] + " at row " + i / map.width() + ", column " + i % map.width(),
            "finite values in single precision",
            "look for a non-finite weight in the network that drew it; a map that is left out is"
                + " reported as missing");
      }
    }
    return new NamedMap(id, map);
  }
}
