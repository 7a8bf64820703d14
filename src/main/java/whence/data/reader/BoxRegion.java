package whence.data.reader;

import java.util.List;
import whence.heatmap.HeatMap;

/**
 * Boxes of one or more annotators.
 *
 * @param drawn the boxes as listed, on the 224 x 224 grid
 * @param consensus how they make g
 */
record BoxRegion(List<Box> drawn, Consensus consensus) implements Region {

  BoxRegion {
    drawn = List.copyOf(drawn);
  }

  @Override
  public HeatMap consensus(BoxRule rule) {
    float[] g = new float[ClipTruth.SIZE * ClipTruth.SIZE];
    for (Box box : drawn) {
      int left = rule.place(box.left());
      int right = rule.place(box.right());
      for (int y = rule.place(box.top()); y < rule.place(box.bottom()); y++) {
        for (int x = left; x < right; x++) {
          int pixel = y * ClipTruth.SIZE + x;
          g[pixel] = Math.min(g[pixel] + consensus.step, 1);
        }
      }
    }
    return new HeatMap(ClipTruth.SIZE, ClipTruth.SIZE, g);
  }

  @Override
  public boolean isNegative() {
    return drawn.stream().anyMatch(Box::isNegative);
  }

  @Override
  public int boxes() {
    return drawn.size();
  }
}
