package whence.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.media.Picture;

/** Made-up scenes: two discs on a gradient, maps that gather on the first over the iterations. */
final class SyntheticScenes {
  static final int SIZE = 224;
  static final int CELLS = 14;
  static final GridGeometry GEOMETRY = GridGeometry.halfPixel(CELLS, SIZE);

  private SyntheticScenes() {}

  static List<StripScene> scenes(int scenes, int iterations) {
    List<StripScene> rows = new ArrayList<>();
    for (int i = 0; i < scenes; i++) {
      rows.add(scene(i, iterations));
    }
    return rows;
  }

  private static StripScene scene(int index, int iterations) {
    Random random = new Random(index);
    int cx = 60 + random.nextInt(100);
    int cy = 60 + random.nextInt(100);
    int radius = 24 + random.nextInt(28);
    byte[] rgb = new byte[3 * SIZE * SIZE];
    boolean[] truth = new boolean[SIZE * SIZE];
    for (int at = 0; at < truth.length; at++) {
      int x = at % SIZE;
      int y = at / SIZE;
      truth[at] = Math.hypot(x - cx, y - cy) < radius;
      boolean other = Math.hypot(x - (SIZE - cx), y - (SIZE - cy)) < 20;
      rgb[3 * at] = (byte) (truth[at] ? 200 : other ? 40 : x / 2 + 60 + random.nextInt(20));
      rgb[3 * at + 1] = (byte) (truth[at] ? 80 : other ? 160 : y / 2 + 60 + random.nextInt(20));
      rgb[3 * at + 2] = (byte) (truth[at] ? 60 : other ? 90 : 120 + random.nextInt(20));
    }
    List<StripCell> cells = new ArrayList<>();
    for (int t = 0; t < iterations; t++) {
      cells.add(cell(cx / 16.0, cy / 16.0, radius / 16.0 * (0.5 + 0.12 * t), random));
    }
    Picture frame = Picture.opaque(SIZE, SIZE, rgb);
    return new StripScene("scene-" + index, frame, new Mask(SIZE, SIZE, truth), cells);
  }

  private static StripCell cell(double cx, double cy, double spread, Random random) {
    float[] values = new float[CELLS * CELLS];
    for (int at = 0; at < values.length; at++) {
      double d = Math.hypot(at % CELLS + 0.5 - cx, at / CELLS + 0.5 - cy);
      values[at] = (float) (Math.exp(-d * d / (2 * spread * spread)) + 0.1 * random.nextDouble());
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    boolean[] positive = new boolean[values.length];
    boolean[] negative = new boolean[values.length];
    for (int at = 0; at < values.length; at++) {
      positive[at] = values[at] >= sorted[values.length - 16];
      negative[at] = values[at] <= sorted[values.length / 2];
    }
    return new StripCell(
        new HeatMap(CELLS, CELLS, values),
        new Mask(CELLS, CELLS, positive),
        new Mask(CELLS, CELLS, negative));
  }
}
