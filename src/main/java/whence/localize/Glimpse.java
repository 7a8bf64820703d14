package whence.localize;

import org.jspecify.annotations.Nullable;
import whence.heatmap.HeatMap;

/**
 * What a network says about one moment of a video, before its neighbours are asked.
 *
 * @param seconds when, from the start of the video
 * @param loudnessDb power of the sound around it, dB full scale
 * @param cells [h, w] cosine of every cell with that sound; null where there is only silence
 * @param controlPeaks highest cosine of any cell with each control sound; empty with {@code cells}
 */
public record Glimpse(
    double seconds, double loudnessDb, @Nullable HeatMap cells, float[] controlPeaks) {

  /** A moment without sound. */
  public static Glimpse silent(double seconds, double loudnessDb) {
    return new Glimpse(seconds, loudnessDb, null, new float[0]);
  }

  /**
   * Compares a frame with its own sound and with the control sounds.
   *
   * @param frame [h * w, C] unit embeddings of the cells, row by row
   * @param own [C] unit embedding of the sound
   * @param controls unit embeddings [C] of the control sounds
   * @param height h
   * @param width w
   */
  public static Glimpse of(
      double seconds,
      double loudnessDb,
      float[] frame,
      float[] own,
      float[][] controls,
      int height,
      int width) {
    float[] peaks = new float[controls.length];
    for (int j = 0; j < controls.length; j++) {
      peaks[j] = highest(cosines(frame, controls[j], height * width));
    }
    return new Glimpse(seconds, loudnessDb, map(frame, own, height, width), peaks);
  }

  /**
   * Compares a frame with one sound.
   *
   * @param frame [h * w, C] unit embeddings of the cells, row by row
   * @param sound [C] unit embedding
   * @return [h, w] cosines
   */
  public static HeatMap map(float[] frame, float[] sound, int height, int width) {
    return new HeatMap(height, width, cosines(frame, sound, height * width));
  }

  private static float[] cosines(float[] frame, float[] sound, int cells) {
    float[] cosines = new float[cells];
    for (int u = 0; u < cells; u++) {
      double sum = 0;
      for (int c = 0; c < sound.length; c++) {
        sum += (double) frame[u * sound.length + c] * sound[c];
      }
      cosines[u] = (float) sum;
    }
    return cosines;
  }

  private static float highest(float[] values) {
    float highest = values[0];
    for (float value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }
}
