package whence.figure;

import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.media.Picture;

/**
 * Correlation of several frames with several sounds: a row a frame, a column a sound, and one range
 * of colours for all, so that a wrong pair looks darker than the right one.
 */
public final class CorrelationGrid {
  private CorrelationGrid() {}

  /**
   * Draws the grid.
   *
   * @param frames one a row
   * @param sounds name of the sound of each column
   * @param maps for each frame, for each sound, the map [h, w] of cosines
   * @param geometry where the cells lie in the frames
   */
  public static Figure of(
      List<Picture> frames, List<String> sounds, List<List<HeatMap>> maps, GridGeometry geometry) {
    requireTogether(frames, sounds, maps);
    List<MarkedPicture> tiles = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < frames.size(); i++) {
      for (int j = 0; j < sounds.size(); j++) {
        HeatMap map = maps.get(i).get(j);
        low = Math.min(low, StripNumbers.end(map, -1));
        high = Math.max(high, StripNumbers.end(map, 1));
        MarkedPicture tile = MarkedPicture.of(frames.get(i), geometry).withMap(map);
        tiles.add(i == 0 ? tile.withTitle(sounds.get(j)) : tile);
      }
    }
    return PictureGrid.of(tiles, sounds.size(), low, high > low ? high : low + 1);
  }

  private static void requireTogether(
      List<Picture> frames, List<String> sounds, List<List<HeatMap>> maps) {
    boolean whole = maps.stream().allMatch(row -> row.size() == sounds.size());
    if (frames.isEmpty() || sounds.isEmpty() || maps.size() != frames.size() || !whole) {
      throw new WhenceException(
          "Cannot draw a grid of correlations",
          maps.size()
              + " rows of maps for "
              + frames.size()
              + " frames and "
              + sounds.size()
              + " sounds",
          "at least one frame and sound, and a map for each pair",
          "take the maps of CellMaps.everyPair for the same frames and sounds");
    }
  }
}
