package whence.experiment;

import java.util.List;
import whence.WhenceException;
import whence.data.reader.ClipReading;
import whence.heatmap.GridGeometry;
import whence.localize.ModelLocalizer;
import whence.model.DualEncoderSettings;
import whence.signal.LogMelSettings;

/**
 * What has to be known to use trained weights, and what they are not good for.
 *
 * @param format always {@value #FORMAT}
 * @param trunk names the image trunk, see {@link whence.model.Trunk#key}
 * @param encoder shape of the networks
 * @param sound how a waveform becomes a log-mel spectrogram
 * @param soundSeconds how much sound the network was trained on at a time
 * @param cells h = w, cells of the trunk's grid
 * @param cellPixels distance of cell centres on a frame of 224 x 224 pixels
 * @param firstCentrePixel centre of the first cell on that frame
 * @param classes what it was trained on
 * @param run identity of settings and data of its training
 * @param iteration after which its weights were taken
 */
public record ModelCard(
    String format,
    String trunk,
    DualEncoderSettings encoder,
    LogMelSettings sound,
    double soundSeconds,
    int cells,
    double cellPixels,
    double firstCentrePixel,
    List<String> classes,
    String run,
    int iteration) {

  /** The form of the file. */
  public static final String FORMAT = "whence-model-1";

  /** Pixels of the square that frames are squashed to. */
  static final int SIDE = 224;

  private static final int SHOWN = 8;

  /** Copies the list and checks the format. */
  public ModelCard {
    classes = List.copyOf(classes);
    if (!FORMAT.equals(format) || cells < 1 || !(soundSeconds > 0)) {
      throw new WhenceException(
          "Cannot use a model",
          "format " + format + ", " + cells + " cells, " + soundSeconds + " s of sound",
          "format " + FORMAT + ", at least one cell, more than 0 s",
          "export it again with this version: whence export RUN --to FILE");
    }
  }

  /** Where the cells lie on a frame of 224 x 224 pixels. */
  public GridGeometry geometry() {
    return new GridGeometry(cellPixels, firstCentrePixel);
  }

  /** How clips are to be read for it. */
  public ClipReading reading() {
    return new ClipReading(SIDE, soundSeconds, sound.sampleRateHz());
  }

  /** The cells on a frame of {@value #SIDE} x {@value #SIDE} pixels. */
  ModelLocalizer.Grid grid() {
    return new ModelLocalizer.Grid(cells, cells, SIDE, SIDE, geometry());
  }

  /**
   * Refuses another trunk.
   *
   * @param key names it, see {@link whence.model.Trunk#key}
   * @throws WhenceException if its features are not those the model was trained on
   */
  void requireTrunk(String key) {
    if (!trunk.equals(key)) {
      throw new WhenceException(
          "Cannot use the model",
          "trained on features of " + trunk,
          "features of " + key,
          "use a model that was trained with these weights of the image trunk");
    }
  }

  /** What the model is, and is not, good for; one line for people. */
  public String limits() {
    String some = String.join(", ", classes.subList(0, Math.min(SHOWN, classes.size())));
    return "trained on composed scenes of %d classes only (%s%s): of other sounds, and of real videos, expect little"
        .formatted(classes.size(), some, classes.size() > SHOWN ? ", ..." : "");
  }
}
