package whence.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a dual encoder, in the order data takes, with the shape of what each gives for N
 * clips and how many numbers are trained in it.
 *
 * @param layers image branch, then audio branch, then where they meet
 * @param parameters trained numbers in all
 */
public record EncoderSummary(List<Layer> layers, long parameters) {

  /** Copies the list. */
  public EncoderSummary {
    layers = List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @param name as in the names of its parameters, or what it does where it has none
   * @param does in a few words
   * @param shape of its output, N clips
   * @param parameters trained numbers in it
   */
  public record Layer(String name, String does, String shape, long parameters) {}

  static EncoderSummary of(DualEncoder encoder, int bands, int frames) {
    DualEncoderSettings settings = encoder.settings();
    List<Layer> layers = new ArrayList<>();
    Rows rows = new Rows(encoder, layers);
    String norm =
        settings.normalisation() == Normalisation.BATCH ? ", batch normalisation, ReLU" : ", ReLU";
    long cells = encoder.cells();
    rows.add(DualEncoder.FEATURES, "frozen trunk", cells, settings.featureWidth());
    rows.add(ImageHead.HIDDEN, "linear" + norm, cells, settings.headWidth());
    rows.add("head.out", "linear, unit length", cells, settings.embeddingWidth());
    rows.add(DualEncoder.SPECTROGRAMS, "log-mel", 1, bands, frames);
    int height = bands;
    int width = frames;
    for (int i = 0; i < settings.audioLayers().size(); i++) {
      AudioLayer layer = settings.audioLayers().get(i);
      height = (height - 1) / layer.stride() + 1; // kernel 3, padded by 1
      width = (width - 1) / layer.stride() + 1;
      String does = "convolution 3 x 3, stride " + layer.stride() + norm;
      rows.add(AudioEncoder.layerName(i), does, layer.channels(), height, width);
    }
    int last = settings.audioLayers().get(settings.audioLayers().size() - 1).channels();
    rows.add("audio.max", "maximum over bands and frames", last);
    rows.add("audio.out", "linear, unit length", settings.embeddingWidth());
    rows.add("correlation", "cosine of each cell and sound", cells);
    return new EncoderSummary(layers, encoder.parameters().trainedCount());
  }

  private record Rows(DualEncoder encoder, List<Layer> layers) {
    void add(String name, String does, long... shape) {
      StringBuilder text = new StringBuilder("[N");
      for (long size : shape) {
        text.append(", ").append(size);
      }
      long trained =
          encoder.parameters().trainedNames().stream()
              .filter(tensor -> tensor.startsWith(name + "."))
              .mapToLong(tensor -> encoder.parameters().get(tensor).length())
              .sum();
      layers.add(new Layer(name, does, text.append("]").toString(), trained));
    }
  }
}
