package whence.data.reader;

import java.util.List;
import whence.data.Clip;
import whence.heatmap.Mask;

/**
 * Four solo clips in one picture, of which two are heard.
 *
 * @param clip the picture, two tiles by two, and the mixed sound
 * @param tiles top left, top right, bottom left, bottom right
 */
public record Mosaic(Clip clip, List<Tile> tiles) {

  /** Whether a tile is heard. */
  public enum Role {
    /** Its sound is in the mix. */
    SOUNDING,
    /** It is only seen. */
    SILENT
  }

  /**
   * One of the four.
   *
   * @param solo id of the solo clip
   * @param soundClass what plays in it
   * @param role whether it is heard
   */
  public record Tile(String solo, String soundClass, Role role) {}

  /** Copies the list. */
  public Mosaic {
    tiles = List.copyOf(tiles);
    if (tiles.size() != 4) {
      throw new IllegalArgumentException("4 tiles, not " + tiles.size());
    }
  }

  /** [H, W] the tiles that sound, whole: solo clips have no boxes of their own here. */
  public Mask sounding() {
    int side = clip.frame().width();
    boolean[] cells = new boolean[side * side];
    for (int i = 0; i < cells.length; i++) {
      int column = i % side < side / 2 ? 0 : 1;
      int row = i / side < side / 2 ? 0 : 1;
      cells[i] = tiles.get(2 * row + column).role() == Role.SOUNDING;
    }
    return new Mask(side, side, cells);
  }
}
