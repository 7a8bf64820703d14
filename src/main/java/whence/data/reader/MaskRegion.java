package whence.data.reader;

import whence.heatmap.Downsample;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/**
 * A mask of any size; brought to 224 x 224 by nearest pixel.
 *
 * @param mask [H, W]
 */
record MaskRegion(Mask mask) implements Region {

  @Override
  public HeatMap consensus(BoxRule rule) {
    Mask scaled = Downsample.nearest(mask, ClipTruth.SIZE, ClipTruth.SIZE);
    float[] g = new float[scaled.cells().length];
    for (int i = 0; i < g.length; i++) {
      g[i] = scaled.cells()[i] ? 1 : 0;
    }
    return new HeatMap(ClipTruth.SIZE, ClipTruth.SIZE, g);
  }

  @Override
  public boolean isNegative() {
    return false;
  }

  @Override
  public int boxes() {
    return mask.count() == 0 ? 0 : 1;
  }
}
