package whence.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.heatmap.HeatMap;
import whence.model.AudioLayer;
import whence.model.DualEncoder;
import whence.model.DualEncoderSettings;
import whence.model.InputStatistics;
import whence.model.Normalisation;
import whence.train.ToyClips;

final class CellMapsTest {
  /** Sums in another order. */
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);

  private final ClipBank bank = new ToyClips(5, 3).bank();

  private static DualEncoder encoder() {
    return DualEncoder.create(
        new DualEncoderSettings(8, 16, 8, List.of(new AudioLayer(8, 2)), Normalisation.BATCH),
        16,
        InputStatistics.identity(8),
        1);
  }

  @Test
  void everyPairHoldsTheOwnPairsOnItsDiagonal() {
    try (DualEncoder encoder = encoder()) {
      int[] clips = {0, 3, 4};
      List<HeatMap> own = CellMaps.of(encoder, bank, clips);
      List<List<HeatMap>> pairs = CellMaps.everyPair(encoder, bank, clips, clips);
      for (int i = 0; i < clips.length; i++) {
        assertThat(own.get(i).height()).isEqualTo(4);
        for (int u = 0; u < 16; u++) {
          assertThat(pairs.get(i).get(i).values()[u]).isCloseTo(own.get(i).values()[u], ROUNDING);
        }
      }
      assertThat(pairs.get(0).get(1).values()).isNotEqualTo(pairs.get(0).get(0).values());
    }
  }

  @Test
  void noClipsGiveNoMaps() {
    try (DualEncoder encoder = encoder()) {
      assertThat(CellMaps.of(encoder, bank)).isEmpty();
      assertThat(CellMaps.everyPair(encoder, bank, new int[] {1}, new int[0]))
          .containsExactly(List.of());
    }
  }

  @Test
  void batchKeepsItsTensors() {
    try (DualEncoder encoder = encoder();
        Batch batch = bank.batch(0, 2)) {
      assertThat(CellMaps.of(encoder, batch)).hasSize(2);
      assertThat(CellMaps.of(encoder, batch)).hasSize(2);
    }
  }
}
