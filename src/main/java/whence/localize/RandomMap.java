package whence.localize;

import java.util.List;
import java.util.SplittableRandom;
import whence.data.Batch;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * Says nothing: each cell of the batch's grid is uniform in [0, 1), enlarged as a model's map would
 * be.
 *
 * <p>A clip's map depends on the seed and the clip's id alone, so neither the order nor the size of
 * batches changes it.
 */
public final class RandomMap implements Localizer {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int height;
  private final int width;
  private final long seed;
  private final GridGeometry geometry;

  /**
   * Prepares the localizer.
   *
   * @param height H, pixels
   * @param width W, pixels
   * @param geometry where the batch's cells lie in the frame
   * @param seed equal seeds give equal maps
   */
  public RandomMap(int height, int width, GridGeometry geometry, long seed) {
    this.height = height;
    this.width = width;
    this.geometry = geometry;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    int rows = (int) batch.features().size(1);
    int columns = (int) batch.features().size(2);
    return batch.ids().stream()
        .map(id -> Resize.bilinear(cells(id, rows, columns, seed), geometry, height, width))
        .toList();
  }

  /**
   * The cells of a clip before they are enlarged.
   *
   * @param id the clip's id
   * @param rows h, at least 1
   * @param columns w, at least 1
   * @param seed equal seeds give equal cells
   * @return [h, w], uniform in [0, 1)
   */
  public static HeatMap cells(String id, int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ hash(id));
    float[] cells = new float[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (float) random.nextDouble();
    }
    return new HeatMap(rows, columns, cells);
  }

  /** FNV-1a, 64 bit, over the id's characters; {@code String.hashCode} collides too easily. */
  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
