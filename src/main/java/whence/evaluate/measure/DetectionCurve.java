package whence.evaluate.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Clips in falling order of confidence, so that any draw of them is scored in one pass.
 *
 * <p>A draw is given by how often each clip stands in it; where all stand once it is the clips
 * themselves. Clips of one confidence are claimed together: every threshold is a group of them.
 */
final class DetectionCurve {

  private static final int AP_STEPS = 200;
  private static final int F1_STEPS = 10;

  private final int size;

  /** The place of a clip in the order it was given in. */
  private final int[] place;

  private final boolean[] hasSource;
  private final boolean[] isFound;

  /** Whether a clip has another confidence than the one before it. */
  private final boolean[] beginsGroup;

  /**
   * Sorts the clips.
   *
   * @param clips at least one
   * @param ciouThreshold from which cIoU on a source is found
   */
  DetectionCurve(List<DetectedClip> clips, double ciouThreshold) {
    Integer[] falling = new Integer[clips.size()];
    Arrays.setAll(falling, k -> k);
    Arrays.sort(
        falling, Comparator.comparingDouble((Integer k) -> clips.get(k).confidence()).reversed());
    this.size = falling.length;
    this.place = new int[size];
    this.hasSource = new boolean[size];
    this.isFound = new boolean[size];
    this.beginsGroup = new boolean[size];
    for (int k = 0; k < size; k++) {
      DetectedClip clip = clips.get(falling[k]);
      place[k] = falling[k];
      hasSource[k] = clip.hasSource();
      isFound[k] = clip.isFound(ciouThreshold);
      beginsGroup[k] = k == 0 || clip.confidence() < clips.get(falling[k - 1]).confidence();
    }
  }

  /** Every clip once. */
  int[] once() {
    int[] times = new int[size];
    Arrays.fill(times, 1);
    return times;
  }

  /** A draw, group by group from the highest confidence on. */
  Counts counts(int[] times) {
    Counts counts = new Counts(size);
    for (int k = 0; k < size; k++) {
      counts.next(beginsGroup[k]);
      counts.add(times[place[k]], hasSource[k], isFound[k]);
    }
    counts.next(true);
    return counts;
  }

  /**
   * What is claimed of a draw at each of its thresholds, falling, and in all.
   *
   * <p>Precision and recall are as published unless they say otherwise.
   */
  static final class Counts {
    private final int[] claimedAt;
    private final int[] foundAt;
    private final int[] sourcesAt;
    private int groups;
    private int claimed;
    private int found;
    private int sources;

    private Counts(int most) {
      this.claimedAt = new int[most];
      this.foundAt = new int[most];
      this.sourcesAt = new int[most];
    }

    /** Ends a group, if there is anything of it in the draw. */
    private void next(boolean ends) {
      int before = groups == 0 ? 0 : claimedAt[groups - 1];
      if (ends && claimed > before) {
        claimedAt[groups] = claimed;
        foundAt[groups] = found;
        sourcesAt[groups] = sources;
        groups++;
      }
    }

    private void add(int often, boolean hasSource, boolean isFound) {
      claimed += often;
      found += isFound ? often : 0;
      sources += hasSource ? often : 0;
    }

    /** Whether any clip of the draw has a source. */
    boolean hasSources() {
      return sources > 0;
    }

    private double precision(int group) {
      return foundAt[group] / (double) claimedAt[group];
    }

    /** A source claimed at the wrong place is no false negative. */
    private double recall(int group) {
      int wanted = foundAt[group] + sources - sourcesAt[group];
      return wanted == 0 ? 1 : foundAt[group] / (double) wanted;
    }

    /** Out of all clips with a source. */
    private double correctedRecall(int group) {
      return foundAt[group] / (double) sources;
    }

    private static double f1(double precision, double recall) {
      return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    /** The group in which the clip of a rank is, from 0 for the highest confidence. */
    private int groupOf(int rank) {
      int low = 0;
      int high = groups - 1;
      while (low < high) {
        int middle = (low + high) / 2;
        if (claimedAt[middle] > rank) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    /** The F1 of each threshold the published code looks at, rising thresholds. */
    double[] publishedF1() {
      int stride = Math.max(1, claimed / F1_STEPS);
      double[] f1 = new double[(claimed + stride - 1) / stride];
      for (int k = 0; k < f1.length; k++) {
        int group = groupOf(claimed - 1 - k * stride);
        f1[k] = f1(precision(group), recall(group));
      }
      return f1;
    }

    /** The area as published, without the part before the first point. */
    double publishedAp() {
      int stride = Math.max(1, claimed / AP_STEPS);
      double area = 0;
      double best = 0;
      double after = 0;
      // From the lowest threshold up: the largest precision at this or a lower one.
      for (int at = (claimed - 2) / stride; at >= 0 && claimed > 1; at--) {
        int group = groupOf(1 + at * stride);
        best = Math.max(best, precision(group));
        area += at == (claimed - 2) / stride ? 0 : best * (after - recall(group));
        after = recall(group);
      }
      return area;
    }

    /** The whole area, every confidence a threshold. */
    double correctedAp() {
      double area = 0;
      double best = 0;
      for (int group = groups - 1; group >= 0; group--) {
        best = Math.max(best, precision(group));
        double before = group == 0 ? 0 : correctedRecall(group - 1);
        area += best * (correctedRecall(group) - before);
      }
      return area;
    }

    /** The largest F1, every confidence a threshold. */
    double correctedF1() {
      double largest = 0;
      for (int group = 0; group < groups; group++) {
        largest = Math.max(largest, f1(precision(group), correctedRecall(group)));
      }
      return largest;
    }
  }
}
