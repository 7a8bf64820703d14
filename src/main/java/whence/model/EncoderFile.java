package whence.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.SafeTensors;
import whence.engine.Tensors;
import whence.engine.Weights;

/**
 * A dual encoder on disk, weights only, together with some embeddings of sounds.
 *
 * @param encoder the network, to be closed by the caller
 * @param sounds [K][C] unit embeddings
 */
public record EncoderFile(DualEncoder encoder, float[][] sounds) {
  private static final String SOUNDS = "sounds";

  /**
   * Writes a network.
   *
   * @param metadata free texts kept in the file, see {@link SafeTensors#readHeader}
   */
  public void write(Path file, Map<String, String> metadata) {
    int width = encoder.settings().embeddingWidth();
    float[] flat = new float[sounds.length * width];
    for (int k = 0; k < sounds.length; k++) {
      System.arraycopy(sounds[k], 0, flat, k * width, width);
    }
    Map<String, INDArray> tensors = new LinkedHashMap<>(encoder.parameters().all());
    try (INDArray embeddings = Tensors.of(flat, sounds.length, width)) {
      tensors.put(SOUNDS, embeddings);
      SafeTensors.write(file, tensors, metadata);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param settings shape of the network
   * @param cells grid cells of one image, h * w
   * @throws WhenceException if the file is missing, damaged, or holds a network of another shape
   */
  public static EncoderFile read(Path file, DualEncoderSettings settings, int cells) {
    try (Weights weights = SafeTensors.read(file)) {
      float[] flat = Tensors.toArray(weights.get(SOUNDS));
      return new EncoderFile(
          encoder(file, weights, settings, cells), rows(flat, settings.embeddingWidth()));
    }
  }

  /**
   * Reads only the network of any file that holds its weights, such as a checkpoint.
   *
   * @param settings shape of the network
   * @param cells grid cells of one image, h * w
   * @return the network, to be closed by the caller
   * @throws WhenceException if the file is missing, damaged, or holds a network of another shape
   */
  public static DualEncoder readEncoder(Path file, DualEncoderSettings settings, int cells) {
    try (Weights weights = SafeTensors.read(file)) {
      return encoder(file, weights, settings, cells);
    }
  }

  private static DualEncoder encoder(
      Path file, Weights weights, DualEncoderSettings settings, int cells) {
    InputStatistics overwritten = InputStatistics.identity(settings.featureWidth());
    DualEncoder encoder = DualEncoder.create(settings, cells, overwritten, 0);
    try {
      encoder.parameters().assign(weights.tensors());
      return encoder;
    } catch (IllegalArgumentException e) {
      encoder.close();
      throw new WhenceException(
          "Cannot use the weights " + file,
          String.valueOf(e.getMessage()),
          "the tensors of the network that the file says it holds",
          "the file was changed: make it again",
          e);
    }
  }

  private static float[][] rows(float[] flat, int width) {
    float[][] rows = new float[flat.length / width][];
    Arrays.setAll(rows, k -> Arrays.copyOfRange(flat, k * width, (k + 1) * width));
    return rows;
  }
}
