package whence.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.engine.Tensors;
import whence.heatmap.HeatMap;
import whence.model.DualEncoder;

/** Correlation of frames with sounds, cell by cell: cosines in [-1, 1], not yet enlarged. */
public final class CellMaps {
  private CellMaps() {}

  /**
   * Each frame of a batch with the sound in its row.
   *
   * @param encoder the network; neither changed nor closed
   * @param batch N clips; neither changed nor closed
   * @return N maps [h, w]
   */
  public static List<HeatMap> of(DualEncoder encoder, Batch batch) {
    try (DualEncoder.Embedded embedded = encoder.embed(batch.features(), batch.spectrograms())) {
      int height = (int) batch.features().size(1);
      int width = (int) batch.features().size(2);
      return split(Tensors.toArray(embedded.maps()), height, width);
    }
  }

  /**
   * Some clips of a bank, each frame with its own sound.
   *
   * @param clips their indices; none gives none
   */
  public static List<HeatMap> of(DualEncoder encoder, ClipBank bank, int... clips) {
    if (clips.length == 0) {
      return List.of();
    }
    try (Batch batch = bank.batch(clips, clips)) {
      return of(encoder, batch);
    }
  }

  /**
   * Every frame with every sound.
   *
   * @param frames indices of the clips whose frames are looked at
   * @param sounds indices of the clips whose sounds are heard
   * @return a list a frame, in it a map [h, w] a sound
   */
  public static List<List<HeatMap>> everyPair(
      DualEncoder encoder, ClipBank bank, int[] frames, int[] sounds) {
    List<List<HeatMap>> rows = new ArrayList<>();
    for (int frame : frames) {
      int[] same = new int[sounds.length];
      Arrays.fill(same, frame);
      if (same.length == 0) {
        rows.add(List.of());
        continue;
      }
      try (Batch batch = bank.batch(same, sounds)) {
        rows.add(of(encoder, batch));
      }
    }
    return rows;
  }

  /** Maps [h, w] that lie one after the other. */
  private static List<HeatMap> split(float[] values, int height, int width) {
    int cells = height * width;
    List<HeatMap> maps = new ArrayList<>(values.length / cells);
    for (int start = 0; start < values.length; start += cells) {
      maps.add(new HeatMap(height, width, Arrays.copyOfRange(values, start, start + cells)));
    }
    return maps;
  }
}
