package whence.localize;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import whence.data.Batch;
import whence.heatmap.HeatMap;

/**
 * Says "everywhere": a constant map of 1.
 *
 * <p>At a fixed threshold it predicts the whole frame. Under a strict order rule (size-adaptive) a
 * constant map predicts nothing and scores 0. Its peak is the top left corner.
 *
 * @param height H, pixels
 * @param width W, pixels
 */
public record WholeImage(int height, int width) implements Localizer {

  @Override
  public String name() {
    return "whole-image";
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    return Collections.nCopies(batch.size(), map());
  }

  /** The map of every clip [H, W]. */
  public HeatMap map() {
    float[] ones = new float[height * width];
    Arrays.fill(ones, 1);
    return new HeatMap(height, width, ones);
  }
}
