package whence.localize;

import org.jspecify.annotations.Nullable;
import whence.heatmap.HeatMap;

/**
 * Where a video's sound comes from at one moment, or that nothing can be said.
 *
 * @param seconds when, from the start of the video
 * @param state what can be said
 * @param cells [h, w] cosine of every cell with the sound, smoothed in time; null in silence
 * @param level the cosine that only few control sounds reach anywhere in the frame; NaN in silence
 * @param peak the highest cosine; NaN in silence
 * @param confidence share of the control sounds whose peak is lower; 0 in silence
 * @param loudnessDb power of the sound around it, dB full scale
 */
public record Moment(
    double seconds,
    State state,
    @Nullable HeatMap cells,
    double level,
    double peak,
    double confidence,
    double loudnessDb) {

  /** What can be said about a moment. */
  public enum State {
    /** Some region stands out. */
    FOUND,
    /** No region stands out against what other sounds give. */
    NOTHING_STANDS_OUT,
    /** There is no sound. */
    SILENT
  }
}
