package whence.figure;

import java.util.List;
import whence.WhenceException;
import whence.heatmap.GridGeometry;

/**
 * The same scenes over the iterations: a row a scene, the frame first, then a column an iteration
 * with the heat map, the cells taken as sounding and as not sounding, and the outline of the truth.
 *
 * <ul>
 *   <li>Each map is stretched from its own minimum to its own maximum.
 *   <li>Positive cells have a solid outline, negative cells are hatched, the truth is dashed: three
 *       marks that need no colour.
 *   <li>No scenes, or scenes of unequal numbers of iterations, are refused.
 * </ul>
 */
public final class PseudoLabelStrips {
  private PseudoLabelStrips() {}

  /**
   * Draws the strips, two columns wide and as high as the scenes need.
   *
   * @param scenes rows, top to bottom; at most about 8 fit a page
   * @param geometry where the grid's cells lie in the frame, the same along both axes
   * @return a figure whose numbers are, for each scene and iteration: the map's range, the number
   *     of positive and negative cells, and the share of positive cells whose centre lies on the
   *     truth
   */
  public static Figure of(List<StripScene> scenes, GridGeometry geometry) {
    requireRows(scenes);
    List<StripScene> rows = List.copyOf(scenes);
    StripLayout layout = StripLayout.of(rows);
    return new Figure(
        layout.size(),
        g -> new StripPainter(g, layout, geometry).paint(rows),
        StripNumbers.table(rows, geometry));
  }

  private static void requireRows(List<StripScene> scenes) {
    List<Integer> lengths =
        scenes.stream().map(scene -> scene.iterations().size()).distinct().sorted().toList();
    if (lengths.size() != 1) {
      throw new WhenceException(
          "Cannot draw the pseudo-label strips",
          scenes.isEmpty() ? "no scenes" : "scenes of " + lengths + " iterations",
          "at least one scene, and as many iterations in each",
          "pass the labels of the same iterations for every scene");
    }
  }
}
