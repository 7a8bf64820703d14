package whence.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Tensors;
import whence.media.Picture;

/**
 * A trunk and a dual encoder asked for single frames and single sounds, which may then be compared
 * in any pairs. For one thread.
 *
 * @param trunk sees; neither changed nor closed
 * @param encoder embeds; neither changed nor closed
 */
public record Embedder(Trunk trunk, DualEncoder encoder) {

  /**
   * Looks at frames.
   *
   * @param frames N pictures of the trunk's size, N at least 1
   * @return for each [h * w * C] unit embeddings of its cells, row by row
   */
  public List<float[]> look(List<Picture> frames) {
    try (INDArray features = trunk.features(frames);
        INDArray cells = encoder.look(features)) { // [N * h * w, C]
      return split(Tensors.toArray(cells), frames.size());
    }
  }

  /**
   * Listens to sounds.
   *
   * @param spectrograms N log-mel spectrograms [M, T] of equal size, N at least 1
   * @param bands M
   * @return for each its unit embedding [C]
   */
  public List<float[]> listen(List<float[]> spectrograms, int bands) {
    int length = spectrograms.get(0).length;
    float[] all = new float[spectrograms.size() * length];
    for (int i = 0; i < spectrograms.size(); i++) {
      System.arraycopy(spectrograms.get(i), 0, all, i * length, length);
    }
    try (INDArray input = Tensors.of(all, spectrograms.size(), 1, bands, length / bands);
        INDArray sounds = encoder.listen(input)) { // [N, C]
      return split(Tensors.toArray(sounds), spectrograms.size());
    }
  }

  private static List<float[]> split(float[] all, int parts) {
    int length = all.length / parts;
    List<float[]> rows = new ArrayList<>(parts);
    for (int start = 0; start < all.length; start += length) {
      rows.add(Arrays.copyOfRange(all, start, start + length));
    }
    return rows;
  }
}
