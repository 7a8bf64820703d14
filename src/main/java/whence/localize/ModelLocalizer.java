package whence.localize;

import java.util.List;
import whence.data.Batch;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;
import whence.model.DualEncoder;

/**
 * The trained network as a localizer: cosine of every cell with the clip's sound, enlarged to the
 * frame by the trunk's own geometry. Maps are cosines in [-1, 1].
 *
 * @param name {@code model} or the name of a control
 * @param encoder the network; neither changed nor closed
 * @param grid sizes and place of the cells in the frame
 */
public record ModelLocalizer(String name, DualEncoder encoder, Grid grid) implements Localizer {

  /**
   * The grid of cells on a frame.
   *
   * @param cellRows h
   * @param cellColumns w
   * @param height H, pixels
   * @param width W, pixels
   * @param geometry where the cells lie
   */
  public record Grid(int cellRows, int cellColumns, int height, int width, GridGeometry geometry) {

    /** A map of cells as a map of pixels [H, W]. */
    public HeatMap enlarge(HeatMap cells) {
      return Resize.bilinear(cells, geometry, height, width);
    }
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    return CellMaps.of(encoder, batch).stream().map(grid::enlarge).toList();
  }
}
