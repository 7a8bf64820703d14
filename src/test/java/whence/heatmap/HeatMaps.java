package whence.heatmap;

import java.util.Random;

/** Small maps and masks for tests. */
public final class HeatMaps {

  private HeatMaps() {}

  /** A map of one row. */
  public static HeatMap row(float... values) {
    return new HeatMap(1, values.length, values);
  }

  /** Standard normal values. */
  public static HeatMap random(int height, int width, long seed) {
    Random random = new Random(seed);
    float[] values = new float[height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new HeatMap(height, width, values);
  }

  /** A constant map. */
  public static HeatMap constant(int height, int width, float value) {
    float[] values = new float[height * width];
    java.util.Arrays.fill(values, value);
    return new HeatMap(height, width, values);
  }

  /** A mask with one box, half-open. */
  public static Mask box(int height, int width, int top, int left, int bottom, int right) {
    boolean[] cells = new boolean[height * width];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        cells[y * width + x] = true;
      }
    }
    return new Mask(height, width, cells);
  }

  /** A mask of one row: true where the letter is {@code #}. */
  public static Mask mask(String cells) {
    boolean[] values = new boolean[cells.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.charAt(i) == '#';
    }
    return new Mask(1, values.length, values);
  }

  /** The reverse of {@link #mask}. */
  public static String text(Mask mask) {
    StringBuilder text = new StringBuilder();
    for (boolean cell : mask.cells()) {
      text.append(cell ? '#' : '.');
    }
    return text.toString();
  }
}
