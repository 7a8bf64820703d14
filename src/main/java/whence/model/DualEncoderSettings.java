package whence.model;

import java.util.List;
import whence.WhenceException;

/**
 * The shape of the trained networks: the projection head on frozen trunk features, and the audio
 * encoder on log-mel spectrograms.
 *
 * @param featureWidth D, numbers a cell from the trunk
 * @param headWidth hidden channels of the projection head
 * @param embeddingWidth C, numbers of every embedding
 * @param audioLayers convolutions of the audio encoder, at least one
 * @param normalisation what keeps activations at unit scale
 */
public record DualEncoderSettings(
    int featureWidth,
    int headWidth,
    int embeddingWidth,
    List<AudioLayer> audioLayers,
    Normalisation normalisation) {

  /** Copies the list and checks ranges. */
  public DualEncoderSettings {
    audioLayers = List.copyOf(audioLayers);
    if (featureWidth < 1 || headWidth < 1 || embeddingWidth < 1 || audioLayers.isEmpty()) {
      throw new WhenceException(
          "Cannot make a dual encoder",
          "feature width %d, head width %d, embedding width %d, %d audio layers"
              .formatted(featureWidth, headWidth, embeddingWidth, audioLayers.size()),
          "every width at least 1, at least one audio layer",
          "start from DualEncoderSettings.defaults()");
    }
  }

  /** For 112 trunk channels: a head of 256 and four convolutions, embeddings of 128. */
  public static DualEncoderSettings defaults() {
    return new DualEncoderSettings(
        112,
        256,
        128,
        List.of(
            new AudioLayer(32, 2),
            new AudioLayer(64, 2),
            new AudioLayer(128, 2),
            new AudioLayer(128, 1)),
        Normalisation.BATCH);
  }

  /** The same with another kind of normalisation. */
  public DualEncoderSettings withNormalisation(Normalisation kind) {
    return new DualEncoderSettings(featureWidth, headWidth, embeddingWidth, audioLayers, kind);
  }

  /** The same with another audio encoder. */
  public DualEncoderSettings withAudioLayers(List<AudioLayer> layers) {
    return new DualEncoderSettings(featureWidth, headWidth, embeddingWidth, layers, normalisation);
  }

  /** The same with other widths of the head and the embeddings. */
  public DualEncoderSettings withWidths(int head, int embedding) {
    return new DualEncoderSettings(featureWidth, head, embedding, audioLayers, normalisation);
  }

  /** The same for trunk features of another width. */
  public DualEncoderSettings withFeatureWidth(int width) {
    return new DualEncoderSettings(width, headWidth, embeddingWidth, audioLayers, normalisation);
  }
}
