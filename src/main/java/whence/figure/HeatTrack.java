package whence.figure;

import whence.experiment.LocalizedVideo;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * What is painted at any time of a video: between two moments their maps are mixed linearly. Two
 * maps are kept.
 */
final class HeatTrack {
  private final LocalizedVideo video;
  private final int height;
  private final int width;
  private final HeatMap[] kept = new HeatMap[2];
  private final int[] keptIndex = {-1, -1};

  /** For frames of a size, pixels. */
  HeatTrack(LocalizedVideo video, int height, int width) {
    this.video = video;
    this.height = height;
    this.width = width;
  }

  /**
   * Writes the heat at a time.
   *
   * @param seconds from the start of the video
   * @param heat [H, W], overwritten with values in [0, 1]
   */
  void at(double seconds, float[] heat) {
    double place = seconds / video.stepSeconds();
    int last = video.size() - 1;
    int before = Math.max(0, Math.min(last, (int) Math.floor(place)));
    int after = Math.min(last, before + 1);
    float share = (float) Math.max(0, Math.min(1, place - before));
    float[] one = map(before);
    float[] other = map(after);
    for (int i = 0; i < heat.length; i++) {
      heat[i] = one[i] + share * (other[i] - one[i]);
    }
  }

  /** The moment that a time belongs to. */
  int nearest(double seconds) {
    long k = Math.round(seconds / video.stepSeconds());
    return (int) Math.max(0, Math.min(video.size() - 1, k));
  }

  private float[] map(int k) {
    int slot = k % 2;
    if (keptIndex[slot] != k) {
      kept[slot] = Resize.BILINEAR.to(video.heat(k), height, width);
      keptIndex[slot] = k;
    }
    return kept[slot].values();
  }
}
