package whence.localize;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.data.Batch;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * Looks without hearing: the mean over channels of the absolute features of the frozen trunk, cell
 * by cell. What this scores, the pictures give away by themselves.
 *
 * @param height H, pixels
 * @param width W, pixels
 * @param geometry where the trunk's cells lie in the frame
 */
public record Saliency(int height, int width, GridGeometry geometry) implements Localizer {

  @Override
  public String name() {
    return "saliency";
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    INDArray features = batch.features(); // [N, h, w, D]
    int rows = (int) features.size(1);
    int columns = (int) features.size(2);
    int depth = (int) features.size(3);
    float[] flat = values(features);
    List<HeatMap> maps = new ArrayList<>();
    for (int clip = 0; clip < batch.size(); clip++) {
      float[] cells = new float[rows * columns];
      for (int u = 0; u < cells.length; u++) {
        cells[u] = meanAbsolute(flat, (clip * cells.length + u) * depth, depth);
      }
      maps.add(Resize.bilinear(new HeatMap(rows, columns, cells), geometry, height, width));
    }
    return maps;
  }

  private static float[] values(INDArray tensor) {
    try (INDArray copy = tensor.dup('c')) {
      return copy.data().asFloat();
    }
  }

  private static float meanAbsolute(float[] values, int start, int depth) {
    double sum = 0;
    for (int i = start; i < start + depth; i++) {
      sum += Math.abs(values[i]);
    }
    return (float) (sum / depth);
  }
}
