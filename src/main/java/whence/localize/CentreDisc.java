package whence.localize;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import whence.data.Batch;
import whence.heatmap.HeatMap;

/**
 * Says "in the middle": a hill whose half height encloses the centred disc of half the frame's
 * area.
 *
 * <p>With q the squared distance of a pixel's centre from the frame's centre, q0 its smallest and
 * q1 its largest value, and r2 = H W / (2 pi):
 *
 * <pre>
 * v = 1 - (q - q0) / (2 (r2 - q0))    where q &lt;= r2, from 1 down to 1/2
 * v = (q1 - q) / (2 (q1 - r2))        elsewhere, below 1/2 down to 0
 * </pre>
 *
 * <p>So the rules "at least 0.5" and "above the median" both give that disc, up to ties at its rim,
 * and the size-adaptive rule gives a centred disc of the size of the truth. In a frame so long that
 * the disc would leave it, the part inside counts. A single pixel has the value 1.
 */
public final class CentreDisc implements Localizer {

  private final HeatMap map;

  /**
   * Prepares the map.
   *
   * @param height H, pixels
   * @param width W, pixels
   */
  public CentreDisc(int height, int width) {
    double[] q = squaredDistances(height, width);
    double nearest = Arrays.stream(q).min().orElse(0);
    double farthest = Arrays.stream(q).max().orElse(0);
    double rim = height * width / (2 * Math.PI);
    float[] values = new float[q.length];
    for (int i = 0; i < q.length; i++) {
      double hill =
          q[i] <= rim
              ? 1 - (q[i] - nearest) / (2 * (rim - nearest))
              : (farthest - q[i]) / (2 * (farthest - rim));
      values[i] = (float) hill;
    }
    map = new HeatMap(height, width, values);
  }

  @Override
  public String name() {
    return "centre-disc";
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    return Collections.nCopies(batch.size(), map);
  }

  /** The map of every clip [H, W]. */
  public HeatMap map() {
    return map;
  }

  private static double[] squaredDistances(int height, int width) {
    double[] q = new double[height * width];
    for (int y = 0; y < height; y++) {
      double dy = y - (height - 1) / 2.0;
      for (int x = 0; x < width; x++) {
        double dx = x - (width - 1) / 2.0;
        q[y * width + x] = dy * dy + dx * dx;
      }
    }
    return q;
  }
}
