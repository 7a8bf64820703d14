package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.SafeTensors;
import whence.engine.Tensors;
import whence.engine.Weights;
import whence.media.Picture;

class EmbedderTest {
  private static final int CELLS = 14 * 14;
  private static final int BANDS = 16;
  private static final DualEncoderSettings SMALL =
      new DualEncoderSettings(
          112, 16, 8, List.of(new AudioLayer(8, 2), new AudioLayer(8, 2)), Normalisation.BATCH);

  @TempDir Path folder;

  private static DualEncoder encoder(long seed) {
    return DualEncoder.create(SMALL, CELLS, InputStatistics.identity(112), seed);
  }

  private static float[] random(long seed, int length) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Picture picture(int seed) {
    byte[] rgb = new byte[3 * 224 * 224];
    new Random(seed).nextBytes(rgb);
    return Picture.opaque(224, 224, rgb);
  }

  @Test
  void lookingAndListeningApartGivesTheMapsOfBothTogether() {
    List<Picture> frames = List.of(picture(1), picture(2));
    List<float[]> sounds = List.of(random(3, BANDS * 20), random(4, BANDS * 20));
    try (Weights weights = TestWeights.formula(10);
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults());
        DualEncoder encoder = encoder(5);
        INDArray features = trunk.features(frames)) {
      Embedder embedder = new Embedder(trunk, encoder);
      List<float[]> seen = embedder.look(frames);
      List<float[]> heard = embedder.listen(sounds, BANDS);
      assertThat(seen).hasSize(2).allMatch(row -> row.length == CELLS * 8);
      float[] both = new float[2 * BANDS * 20];
      System.arraycopy(sounds.get(0), 0, both, 0, BANDS * 20);
      System.arraycopy(sounds.get(1), 0, both, BANDS * 20, BANDS * 20);
      try (INDArray input = Tensors.of(both, 2, 1, BANDS, 20);
          DualEncoder.Embedded embedded = encoder.embed(features, input)) {
        float[] maps = Tensors.toArray(embedded.maps());
        for (int n = 0; n < 2; n++) {
          for (int u = 0; u < CELLS; u += 13) {
            float cosine = 0;
            float length = 0;
            for (int c = 0; c < 8; c++) {
              float value = seen.get(n)[u * 8 + c];
              cosine += value * heard.get(n)[c];
              length += value * value;
            }
            assertThat(cosine).isCloseTo(maps[n * CELLS + u], within(1e-5f));
            assertThat(length).isCloseTo(1, within(1e-4f));
          }
        }
      }
    }
  }

  @Test
  void aNetworkOnDiskIsTheSameNetwork() {
    Path file = folder.resolve("model.safetensors");
    float[][] sounds = {random(1, 8), random(2, 8), random(3, 8)};
    try (DualEncoder encoder = encoder(5)) {
      new EncoderFile(encoder, sounds).write(file, Map.of("card", "text"));
      EncoderFile again = EncoderFile.read(file, SMALL, CELLS);
      try (DualEncoder other = again.encoder()) {
        encoder
            .parameters()
            .all()
            .forEach(
                (name, tensor) ->
                    assertThat(Tensors.toArray(other.parameters().get(name)))
                        .as(name)
                        .isEqualTo(Tensors.toArray(tensor)));
      }
      assertThat(again.sounds()).isDeepEqualTo(sounds);
    }
    assertThat(SafeTensors.readHeader(file).metadata()).containsEntry("card", "text");
  }

  @Test
  void anotherShapeIsRefusedAndSoIsAFileWithoutSounds() {
    Path file = folder.resolve("model.safetensors");
    try (DualEncoder encoder = encoder(5)) {
      new EncoderFile(encoder, new float[][] {random(1, 8)}).write(file, Map.of());
      assertThatThrownBy(() -> EncoderFile.read(file, SMALL.withWidths(16, 4), CELLS))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot use the weights " + file)
          .hasMessageContaining("expected shape");
      Path bare = folder.resolve("bare.safetensors");
      SafeTensors.write(bare, encoder.parameters().all(), Map.of());
      assertThatThrownBy(() -> EncoderFile.read(bare, SMALL, CELLS))
          .hasMessageContaining("Cannot find tensor sounds");
      EncoderFile.readEncoder(bare, SMALL, CELLS).close();
    }
  }
}
