package whence.train;

import java.util.ArrayList;
import java.util.List;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.engine.Tensors;
import whence.heatmap.HeatMap;
import whence.model.DualEncoder;

/**
 * What a network sees and hears in all clips of a set.
 *
 * @param maps [h, w] cosine of every cell with the clip's own sound
 * @param sounds [N, C] sound embeddings of unit length
 */
public record SetEmbedding(List<HeatMap> maps, float[] sounds) {

  private static final int BATCH = 64;

  /** Runs the network over a set, without augmentation. */
  public static SetEmbedding of(DualEncoder encoder, ClipBank clips) {
    int width = encoder.settings().embeddingWidth();
    float[] sounds = new float[clips.size() * width];
    List<HeatMap> maps = new ArrayList<>(clips.size());
    for (int first = 0; first < clips.size(); first += BATCH) {
      int end = Math.min(clips.size(), first + BATCH);
      try (Batch batch = clips.batch(first, end);
          DualEncoder.Embedded embedded = encoder.embed(batch.features(), batch.spectrograms())) {
        float[] heard = Tensors.toArray(embedded.sounds());
        System.arraycopy(heard, 0, sounds, first * width, heard.length);
        maps.addAll(split(Tensors.toArray(embedded.maps()), clips));
      }
    }
    return new SetEmbedding(maps, sounds);
  }

  private static List<HeatMap> split(float[] values, ClipBank clips) {
    int cells = clips.shape().cells();
    List<HeatMap> maps = new ArrayList<>(values.length / cells);
    for (int start = 0; start < values.length; start += cells) {
      float[] map = java.util.Arrays.copyOfRange(values, start, start + cells);
      maps.add(new HeatMap(clips.shape().gridHeight(), clips.shape().gridWidth(), map));
    }
    return maps;
  }
}
