package whence.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import whence.engine.FasterGradients;

/**
 * Cosine of every image cell with every sound.
 *
 * <p>{@code S_ij(u) = <v_i(u), a_j> / (|v_i(u)| |a_j|)}. Sounds are scaled to unit length first;
 * the length of the cells divides the products, which are fewer than the cells' numbers. A length
 * is the root of the squared sum plus 1e-12, so a zero embedding has correlation 0.
 */
public final class Correlation {

  private static final double EPSILON = 1e-12;

  private Correlation() {}

  /**
   * Adds the correlation to a graph.
   *
   * @param cells [N * cells, C] image embeddings of any length
   * @param sounds [K, C] of unit length
   * @param cellsPerImage number of cells of one image
   * @param soundCount K
   * @return [N, cells, K] cosines in [-1, 1]
   */
  public static SDVariable everyPair(
      SDVariable cells, SDVariable sounds, int cellsPerImage, int soundCount) {
    SameDiff graph = cells.getSameDiff();
    SDVariable products = graph.linalg().mmul(cells, sounds, false, true, false); // [N * cells, K]
    SDVariable cosines = FasterGradients.scaleRows(products, inverseLength(cells));
    return cosines.reshape(-1, cellsPerImage, soundCount);
  }

  /**
   * Adds the correlation of every image with its own sound only.
   *
   * @param cells [N * cells, C] of unit length
   * @param sounds [N, C] of unit length
   * @param cellsPerImage number of cells of one image
   * @param width C
   * @return [N, cells] cosines
   */
  public static SDVariable ownPairs(
      SDVariable cells, SDVariable sounds, int cellsPerImage, int width) {
    SDVariable images = cells.reshape(-1, cellsPerImage, width);
    SDVariable columns = sounds.reshape(-1, width, 1);
    return cells.getSameDiff().linalg().mmul(images, columns).reshape(-1, cellsPerImage);
  }

  /** Rows scaled to unit length. */
  public static SDVariable unit(SDVariable rows) {
    return FasterGradients.scaleRows(rows, inverseLength(rows));
  }

  private static SDVariable inverseLength(SDVariable rows) {
    SDVariable squared = rows.mul(rows).sum(true, 1);
    return rows.getSameDiff().math().rsqrt(squared.add(EPSILON));
  }
}
