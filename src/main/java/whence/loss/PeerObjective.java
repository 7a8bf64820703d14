package whence.loss;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The objectives that need no pseudo-labels: what iteration 0 may minimise, and what the field's
 * methods minimise from beginning to end.
 */
public enum PeerObjective {
  /** {@link MaxPooledInfoNce}: iteration 0 of the method, and EZ-VSL (Mo and Morgado, 2022). */
  MAX_POOLED_INFO_NCE(0.03, "image_to_sound", "sound_to_image") {
    @Override
    LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
      return MaxPooledInfoNce.build(batch.correlation(), diagonal, temperature);
    }
  },
  /** {@link AttentionTriplet} (Senocak et al., 2018). */
  ATTENTION_TRIPLET(0.07, AttentionTriplet.NAME) {
    @Override
    LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
      return AttentionTriplet.build(batch, diagonal, temperature);
    }
  },
  /** {@link TriMapContrastive}: LVS (Chen et al., 2021). */
  TRI_MAP(0.07, TriMapContrastive.NAME) {
    @Override
    LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
      return TriMapContrastive.build(batch, diagonal, temperature);
    }
  },
  /** {@link AffinityContrastive}: FNAC (Sun et al., 2023). */
  AFFINITY(
      0.03,
      "image_to_sound",
      "sound_to_image",
      AffinityContrastive.SOUNDS,
      AffinityContrastive.IMAGES,
      AffinityContrastive.REGIONS) {
    @Override
    LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature) {
      return AffinityContrastive.build(batch, diagonal, temperature);
    }
  };

  private final double temperature;
  private final List<String> terms;

  PeerObjective(double temperature, String... terms) {
    this.temperature = temperature;
    this.terms = List.of(terms);
  }

  /**
   * The temperature its authors used. For {@link #ATTENTION_TRIPLET}, which has none, this
   * project's choice.
   */
  public double publishedTemperature() {
    return temperature;
  }

  /** Names of the parts of the loss, in order; the total is not among them. */
  public List<String> terms() {
    return terms;
  }

  /**
   * Adds the loss and the placeholder {@link MaxPooledInfoNce#DIAGONAL} to the graph; {@link
   * #AFFINITY} adds {@link AffinityContrastive#AFFINITY_ON} too.
   *
   * @param batch embeddings and their correlation
   * @param temperature tau, above 0
   */
  public LossTerms build(EmbeddedBatch batch, double temperature) {
    SDVariable diagonal =
        batch
            .graph()
            .placeHolder(MaxPooledInfoNce.DIAGONAL, batch.correlation().dataType(), -1, -1);
    return build(batch, diagonal, temperature);
  }

  abstract LossTerms build(EmbeddedBatch batch, SDVariable diagonal, double temperature);
}
