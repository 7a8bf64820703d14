package whence.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Quantile;
import whence.heatmap.Threshold;

/**
 * Draws pseudo-labels from what a network sees and hears in the training clips.
 *
 * <p>Inside a frame: cells of the clip's own map at or above its quantile {@code 1 -
 * positiveFraction} and at or above the share {@code positiveLevel} of its range are sounding;
 * other cells at or below its {@code negativeQuantile} are non-sounding, ties included. The level
 * lets the region follow the size of what is seen, the fraction keeps it from growing without end.
 * Across frames: clips are related when their sounds are mutual nearest neighbours.
 *
 * <p>Source: that labels come from the previous iteration's localization and from relationships of
 * the sounds is in the abstract of Lin et al., CVIU 2023; both rules are this project's design.
 */
public final class PseudoLabeler {

  private final LabelSettings settings;

  /** Makes a labeler with the given thresholds. */
  public PseudoLabeler(LabelSettings settings) {
    this.settings = settings;
  }

  /**
   * Draws labels for the whole training set.
   *
   * @param iteration the iteration that will learn from them, at least 1
   * @param ids of the N clips
   * @param maps [h, w] each, cosines
   * @param sounds [N, C] sound embeddings of unit length
   */
  public PseudoLabels draw(int iteration, List<String> ids, List<HeatMap> maps, float[] sounds) {
    List<Mask> positive = new ArrayList<>(maps.size());
    List<Mask> negative = new ArrayList<>(maps.size());
    for (HeatMap map : maps) {
      Mask sounding = sounding(map);
      positive.add(sounding);
      negative.add(without(Quantile.atOrBelow(map, settings.negativeQuantile()), sounding));
    }
    int[][] related =
        MutualNeighbours.find(sounds, sounds.length / ids.size(), settings.neighbours());
    return new PseudoLabels(iteration, ids, maps, positive, negative, Arrays.asList(related));
  }

  private Mask sounding(HeatMap map) {
    Mask high = Threshold.atLeastOfRange(map, settings.positiveLevel());
    Mask few = Quantile.topFraction(map, settings.positiveFraction());
    return where(few, high, true);
  }

  /** A cell of a constant map would be both; then it is sounding. */
  private static Mask without(Mask mask, Mask removed) {
    return where(mask, removed, false);
  }

  /** The cells of a mask where another one is as wanted. */
  private static Mask where(Mask mask, Mask other, boolean wanted) {
    boolean[] cells = mask.cells().clone();
    for (int u = 0; u < cells.length; u++) {
      cells[u] &= other.cells()[u] == wanted;
    }
    return new Mask(mask.height(), mask.width(), cells);
  }
}
